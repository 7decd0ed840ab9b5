<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Labline</name>
    <message>
        <source>
… and perhaps more</source>
        <translation>
……可能还有更多</translation>
    </message>
    <message>
        <source>
… and {n} more</source>
        <translation>
……另有 {n} 条</translation>
    </message>
    <message>
        <source> (inferred)</source>
        <translation>（推断）</translation>
    </message>
    <message>
        <source>(not installed)</source>
        <translation>（未安装）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, described by {file} beside it</source>
        <translation>，旁边的 {file} 是其说明</translation>
    </message>
    <message>
        <source>, left out by the filter</source>
        <translation>，被筛选排除</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>，第 {line} 行</translation>
    </message>
    <message>
        <source>, or else </source>
        <translation>，或者 </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>; a dossier has {files}</source>
        <translation>；资料集包含 {files}</translation>
    </message>
    <message>
        <source>; did you mean {near}?</source>
        <translation>；您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>; if it continues a text that has a comma, quote that text</source>
        <translation>；如果它接续一段含逗号的文字，请为该文字加引号</translation>
    </message>
    <message>
        <source>; write name: instead of value: if it has no entry</source>
        <translation>；如果没有对应条目，请写 name: 而不是 value:</translation>
    </message>
    <message>
        <source>a bare name is not possible for {property}; write value: with {wanted}</source>
        <translation>{property} 不能只写名称；请写 value: 并给出{wanted}</translation>
    </message>
    <message>
        <source>A benchmark result; the role names the benchmark</source>
        <translation>基准测试的结果；角色为基准的名称</translation>
    </message>
    <message>
        <source>a character here is not text; delete it</source>
        <translation>此处有一个非文本字符；请删除</translation>
    </message>
    <message>
        <source>a citation has a first and a last line or neither; write SOURCE:FIRST-LAST</source>
        <translation>引用须同时有首行和末行，或都没有；请写 SOURCE:FIRST-LAST</translation>
    </message>
    <message>
        <source>a clause needs a value</source>
        <translation>条件需要一个值</translation>
    </message>
    <message>
        <source>a colon alone says nothing; write a field before it and a value after it</source>
        <translation>单独的冒号没有意义；请在前面写字段，在后面写值</translation>
    </message>
    <message>
        <source>a column is not [key, width in pixels, true or false]</source>
        <translation>某列不是 [键, 像素宽度, true 或 false]</translation>
    </message>
    <message>
        <source>a day is written with hyphens; write {year}-{month}-{day}</source>
        <translation>日期各部分之间用连字符；请写 {year}-{month}-{day}</translation>
    </message>
    <message>
        <source>a day needs its month; write 2023-05-06, or 2023-XX-XX for an unknown month and day</source>
        <translation>写了日就要写月；请写 2023-05-06，月、日不详时写 2023-XX-XX</translation>
    </message>
    <message>
        <source>A degree; the role names its subject</source>
        <translation>学位；角色为所学专业</translation>
    </message>
    <message>
        <source>A dossier or a table brings its sources with it.</source>
        <translation>资料集或表格会带来自己的来源。</translation>
    </message>
    <message>
        <source>A dossier’s {file}, or a table ({endings})</source>
        <translation>资料集的 {file}，或表格 ({endings})</translation>
    </message>
    <message>
        <source>a fact has either a value or a name</source>
        <translation>事实须有值或名称，二者取其一</translation>
    </message>
    <message>
        <source>a factor of {n}</source>
        <translation>相差 {n} 倍</translation>
    </message>
    <message>
        <source>a file has its name; choose another folder</source>
        <translation>已有同名文件；请选择其他文件夹</translation>
    </message>
    <message>
        <source>a key must be a text; quote it</source>
        <translation>键必须是文本；请加引号</translation>
    </message>
    <message>
        <source>a key of its sort is not [key, true if descending]</source>
        <translation>排序的某个键不是 [键, 降序为 true]</translation>
    </message>
    <message>
        <source>a lineage starts from a release</source>
        <translation>谱系须从一个发布开始</translation>
    </message>
    <message>
        <source>A link begins with “{scheme}”.</source>
        <translation>链接以“{scheme}”开头。</translation>
    </message>
    <message>
        <source>A link leads to an entity (labline:entity/…) or to a view (labline:view?…).</source>
        <translation>链接指向条目 (labline:entity/…) 或视图 (labline:view?…)。</translation>
    </message>
    <message>
        <source>A list of objects: numbers, lists and dates keep their structure; the unknown is null.</source>
        <translation>对象列表：数字、列表和日期保持结构；未知值为 null。</translation>
    </message>
    <message>
        <source>a lone “-” excludes nothing; write a word or a field right after it</source>
        <translation>单独的“-”不排除任何内容；请紧接着写词语或字段</translation>
    </message>
    <message>
        <source>a newer Labline made it (schema {generation}, this one knows {known})</source>
        <translation>由较新的 Labline 创建（结构版本 {generation}，当前支持 {known}）</translation>
    </message>
    <message>
        <source>a page is one line; remove the line break</source>
        <translation>页码只占一行；请删除换行</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder; choose another folder</source>
        <translation>路径中有一部分是文件而不是文件夹；请选择其他文件夹</translation>
    </message>
    <message>
        <source>a picture is 1 to 20,000 pixels wide and high; choose another size</source>
        <translation>图片的宽和高须为 1 到 20,000 像素；请选择其他尺寸</translation>
    </message>
    <message>
        <source>A prize or distinction</source>
        <translation>奖项或荣誉</translation>
    </message>
    <message>
        <source>A qualitative claim, in our own words; the role names its topic</source>
        <translation>定性的论断，用我们自己的话表述；角色为其主题</translation>
    </message>
    <message>
        <source>A quantity without a property of its own; the role says of what</source>
        <translation>没有专门属性的数量；角色说明是什么的数量</translation>
    </message>
    <message>
        <source>a range ends after it begins</source>
        <translation>范围的终点须在起点之后</translation>
    </message>
    <message>
        <source>a range has two numbers or two dates</source>
        <translation>范围的两端须同为数字或同为日期</translation>
    </message>
    <message>
        <source>a range needs at least one end</source>
        <translation>范围至少需要一端</translation>
    </message>
    <message>
        <source>a range of numbers has finite ends</source>
        <translation>数字范围的两端须为有限值</translation>
    </message>
    <message>
        <source>A refinement: both can be true</source>
        <translation>细化：两者可以同时为真</translation>
    </message>
    <message>
        <source>A remark on its quality</source>
        <translation>关于其质量的备注</translation>
    </message>
    <message>
        <source>a span of time</source>
        <translation>一段时间</translation>
    </message>
    <message>
        <source>A system that it was trained on, runs on or is offered through; the role says how</source>
        <translation>用于训练、运行或提供服务的系统；角色说明方式</translation>
    </message>
    <message>
        <source>A technique that it uses, describes or works on</source>
        <translation>所使用、描述或研究的技术</translation>
    </message>
    <message>
        <source>a text is longer than 500 characters; shorten it</source>
        <translation>文本超过 500 个字符；请缩短</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>某用户</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>视图需要名称。</translation>
    </message>
    <message>
        <source>a year has at most {most} digits; write fewer</source>
        <translation>年份最多 {most} 位；请少写几位</translation>
    </message>
    <message>
        <source>a year has four digits; write 2023, or Y12023 for a longer one</source>
        <translation>年份为四位数；请写 2023，更长的写 Y12023</translation>
    </message>
    <message>
        <source>a year has no such part; write a number from 1 to {most}</source>
        <translation>一年没有这一部分；请写 1 到 {most} 的数字</translation>
    </message>
    <message>
        <source>a year of more than four digits takes no month or day; write the year alone</source>
        <translation>超过四位的年份不带月、日；请只写年份</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>&amp;About Labline…</source>
        <translation>关于 Labline(&amp;A)…</translation>
    </message>
    <message>
        <source>About Labline</source>
        <translation>关于 Labline</translation>
    </message>
    <message>
        <source>about then</source>
        <translation>大约此时</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>约{date}</translation>
    </message>
    <message>
        <source>about {n} months</source>
        <translation>约 {n} 个月</translation>
    </message>
    <message>
        <source>about {n} years</source>
        <translation>约 {n} 年</translation>
    </message>
    <message>
        <source>above {number}</source>
        <translation>大于 {number}</translation>
    </message>
    <message>
        <source>Accelerators used or owned; the role names their type</source>
        <translation>使用或拥有的加速卡；角色为其型号</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Active parameters</source>
        <translation>激活参数量</translation>
    </message>
    <message>
        <source>Active parameters by date</source>
        <translation>激活参数量随日期的变化</translation>
    </message>
    <message>
        <source>adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>adapter for it</source>
        <translation>其适配器</translation>
    </message>
    <message>
        <source>added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>added {things}</source>
        <translation>添加了 {things}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>adds the mark to the selection, or takes it away</source>
        <translation>将标记加入选择或移出</translation>
    </message>
    <message>
        <source>adds the model to the selection, or takes it away</source>
        <translation>将模型加入选择或移出</translation>
    </message>
    <message>
        <source>adds the row to the selection, or takes it away</source>
        <translation>将行加入选择或移出</translation>
    </message>
    <message>
        <source>Affiliated people</source>
        <translation>所属人员</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>所属机构</translation>
    </message>
    <message>
        <source>Affiliations</source>
        <translation>所属机构</translation>
    </message>
    <message>
        <source>after the comma</source>
        <translation>逗号之后</translation>
    </message>
    <message>
        <source>after {date}</source>
        <translation>晚于{date}</translation>
    </message>
    <message>
        <source>against the date of an ancestor</source>
        <translation>与上代的日期相悖</translation>
    </message>
    <message>
        <source>against the dates</source>
        <translation>与日期相悖</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Age when the source was written</source>
        <translation>来源撰写时的年龄</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all are deprecated</source>
        <translation>全部已弃用</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All releases</source>
        <translation>所有发布</translation>
    </message>
    <message>
        <source>All that is shown, with what stands out</source>
        <translation>所显示的全部，突出部分突出显示</translation>
    </message>
    <message>
        <source>All that is stated in this database can be true at once.</source>
        <translation>此数据库中的所有陈述可以同时为真。</translation>
    </message>
    <message>
        <source>All that the filter shows</source>
        <translation>筛选所显示的全部</translation>
    </message>
    <message>
        <source>all {word}</source>
        <translation>全部{word}</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>又称</translation>
    </message>
    <message>
        <source>Also called {names}</source>
        <translation>又称 {names}</translation>
    </message>
    <message>
        <source>Among sources, their statements and disagreements</source>
        <translation>在来源、其陈述和分歧中</translation>
    </message>
    <message>
        <source>An address; the role says of what</source>
        <translation>网址；角色说明其内容</translation>
    </message>
    <message>
        <source>An author's name as printed</source>
        <translation>作者署名的原文</translation>
    </message>
    <message>
        <source>an id of {files}</source>
        <translation>{files} 中的 ID</translation>
    </message>
    <message>
        <source>an inferred fact needs its ground: what it was concluded from</source>
        <translation>推断的事实需要依据：由什么得出</translation>
    </message>
    <message>
        <source>an interval needs a date; write 2018/2023, 2018/.. or ../2023</source>
        <translation>时间段需要日期；请写 2018/2023、2018/.. 或 ../2023</translation>
    </message>
    <message>
        <source>an older Labline made it (schema {generation})</source>
        <translation>由较旧的 Labline 创建（结构版本 {generation}）</translation>
    </message>
    <message>
        <source>an unknown date has no before or after</source>
        <translation>未知日期没有之前或之后</translation>
    </message>
    <message>
        <source>an unknown year (XXXX) takes no month, day or qualifier; write XXXX</source>
        <translation>未知年份 (XXXX) 不带月、日或限定符；请写 XXXX</translation>
    </message>
    <message>
        <source>an unspecified year (201X, 20XX) takes no month; write the year in full</source>
        <translation>不完整的年份 (201X, 20XX) 不带月份；请写出完整年份</translation>
    </message>
    <message>
        <source>an XLSX sheet holds {most:,} rows at most; narrow the filter or export CSV</source>
        <translation>XLSX 工作表最多容纳 {most:,} 行；请缩小筛选范围或导出 CSV</translation>
    </message>
    <message>
        <source>ancestors</source>
        <translation>祖先</translation>
    </message>
    <message>
        <source>Ancestors that stand out</source>
        <translation>突出显示的祖先</translation>
    </message>
    <message>
        <source>… and {n:,} lines more</source>
        <translation>……另有 {n:,} 行</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation>等，另有 {n} 个</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more sources</source>
        <extracomment>For one: and {n} more source</extracomment>
        <translation><numerusform>另有 {n} 个来源</numerusform></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>另一名称</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>它正被其他程序占用</translation>
    </message>
    <message>
        <source>another program holds {name} and makes no database</source>
        <translation>其他程序占用了 {name}，却没有创建数据库</translation>
    </message>
    <message>
        <source>another program left a change half-done ({file})</source>
        <translation>其他程序留下了未完成的更改 ({file})</translation>
    </message>
    <message>
        <source>Another window is writing {file}. Nothing was changed; try again.</source>
        <translation>另一个窗口正在写入 {file}。未作任何更改；请重试。</translation>
    </message>
    <message>
        <source>Another window or program is using this database, so it can only be read here. Close the other to change it.</source>
        <translation>其他窗口或程序正在使用此数据库，因此这里只能读取。关闭其他窗口或程序后即可更改。</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任何内容</translation>
    </message>
    <message>
        <source>applies the filter and goes to the table; keeps a brush</source>
        <translation>应用筛选并转到表格；保留刷选</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>arXiv id or DOI; the role says which</source>
        <translation>arXiv 编号或 DOI；角色说明是哪一种</translation>
    </message>
    <message>
        <source>As BibTeX</source>
        <translation>BibTeX 格式</translation>
    </message>
    <message>
        <source>As CSL-JSON</source>
        <translation>CSL-JSON 格式</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>与显示一致</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>纯文本格式</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即询问</translation>
    </message>
    <message>
        <source>Ask once a day</source>
        <translation>每天询问一次</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>Assets under management</source>
        <translation>管理的资产规模</translation>
    </message>
    <message>
        <source>at least {apart}</source>
        <translation>至少{apart}</translation>
    </message>
    <message numerus="yes">
        <source>at least {n:,} days apart</source>
        <extracomment>For one: at least {n:,} day apart</extracomment>
        <translation><numerusform>至少相差 {n:,} 天</numerusform></translation>
    </message>
    <message>
        <source>Attach a text…</source>
        <translation>附加文本…</translation>
    </message>
    <message>
        <source>Attach a text to {source}</source>
        <translation>为 {source} 附加文本</translation>
    </message>
    <message>
        <source>Attach the document’s text to read the cited lines here. It is kept in this database alone.</source>
        <translation>附加文献的文本后，可在此阅读所引用的行。它只保存在此数据库中。</translation>
    </message>
    <message>
        <source>Attach the text of {source}</source>
        <translation>附加 {source} 的文本</translation>
    </message>
    <message>
        <source>Attached {file} to {source}; it stays in this database.</source>
        <translation>已将 {file} 附加到 {source}；它只保存在此数据库中。</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋季</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>based on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>based on it</source>
        <translation>基于它</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>before {date}</source>
        <translation>早于{date}</translation>
    </message>
    <message>
        <source>below {number}</source>
        <translation>小于 {number}</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>基准测试</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Born in</source>
        <translation>出生地</translation>
    </message>
    <message>
        <source>Both ends are the same.</source>
        <translation>两端相同。</translation>
    </message>
    <message>
        <source>brackets group nothing; leave them out, write several values with commas: org:A,B; or quote the text</source>
        <translation>括号在这里不能分组；请去掉括号，用逗号写多个值：org:A,B；或给文字加上引号</translation>
    </message>
    <message>
        <source>Bring back what was deleted (Ctrl+Z)</source>
        <translation>恢复已删除的内容 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>brings back what was deleted</source>
        <translation>恢复已删除的内容</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>brush a range of dates: the other views follow</source>
        <translation>刷选日期范围：其他视图随之变化</translation>
    </message>
    <message>
        <source>Brushed: {range}</source>
        <translation>已刷选：{range}</translation>
    </message>
    <message>
        <source>But something else is called so.</source>
        <translation>但有其他条目使用这一名称。</translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>截至{date}</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>取消：{task}</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写入任何内容。</translation>
    </message>
    <message>
        <source>cannot be read: {error}</source>
        <translation>无法读取：{error}</translation>
    </message>
    <message>
        <source>Career</source>
        <translation>履历</translation>
    </message>
    <message>
        <source>Career of {name}</source>
        <translation>{name} 的履历</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Chain of relations</source>
        <translation>关系链</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another file.</source>
        <translation>请更改其权限，或选择其他文件。</translation>
    </message>
    <message>
        <source>Change its permissions, or save a copy elsewhere.</source>
        <translation>请更改其权限，或将副本保存到其他位置。</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>changed {things}</source>
        <translation>更改了 {things}</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Check its name and folder, or choose another file.</source>
        <translation>请检查其名称和文件夹，或选择其他文件。</translation>
    </message>
    <message>
        <source>Check that it and its folder are still there.</source>
        <translation>请检查它及其文件夹是否仍然存在。</translation>
    </message>
    <message>
        <source>Check the disk and its space; nothing was changed.</source>
        <translation>请检查磁盘及其空间；未作任何更改。</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>Checked columns are shown. Drag them, or press Alt+↑ and Alt+↓, to bring them in order.</source>
        <translation>勾选的列会显示。拖动列，或按 Alt+↑ 和 Alt+↓ 调整顺序。</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>派生发布</translation>
    </message>
    <message>
        <source>Child id</source>
        <translation>派生发布 ID</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>派生发布</translation>
    </message>
    <message>
        <source>Chinese yuan</source>
        <translation>人民币</translation>
    </message>
    <message>
        <source>Choose a database that Labline made.</source>
        <translation>请选择由 Labline 创建的数据库。</translation>
    </message>
    <message>
        <source>Choose a file in it, or add a file name.</source>
        <translation>请选择其中的文件，或添加文件名。</translation>
    </message>
    <message>
        <source>Choose a person in the list to see what is known of them.</source>
        <translation>在列表中选择一个人物，查看已知的信息。</translation>
    </message>
    <message>
        <source>Choose a row to see what is known of it, and where each fact comes from.</source>
        <translation>选择一行，查看已知的信息以及每项事实的出处。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another file; to add its facts, import it.</source>
        <translation>请选择其他文件；要添加其中的事实，请导入它。</translation>
    </message>
    <message>
        <source>Choose another folder or, if the disk is full, free some space.</source>
        <translation>请选择其他文件夹；如果磁盘已满，请腾出一些空间。</translation>
    </message>
    <message>
        <source>Choose two ends: people, releases, papers, organizations, anything.</source>
        <translation>请选择两端：人物、发布、论文、机构或任何条目。</translation>
    </message>
    <message>
        <source>Citation copied: {text}</source>
        <translation>已复制引文：{text}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>Clauses of the filter</source>
        <translation>筛选的条件</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Clear the &amp;selection</source>
        <translation>清除选择(&amp;S)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>清除筛选 (Esc)</translation>
    </message>
    <message>
        <source>&amp;Clear the filter, then the selection</source>
        <translation>先清除筛选，再清除选择(&amp;C)</translation>
    </message>
    <message>
        <source>clears the search, then closes the manual</source>
        <translation>先清除搜索，再关闭手册</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Close that program, then try again.</source>
        <translation>请关闭该程序，然后重试。</translation>
    </message>
    <message>
        <source>Close the first steps</source>
        <translation>关闭入门提示</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>closes a cycle</source>
        <translation>形成循环</translation>
    </message>
    <message>
        <source>closes it; the keyboard is where it was</source>
        <translation>关闭它；键盘焦点回到原处</translation>
    </message>
    <message>
        <source>Closes the first steps for good; Help › First steps shows them again.</source>
        <translation>不再显示入门提示；“帮助 › 入门提示”可再次显示。</translation>
    </message>
    <message>
        <source>Cluster or software</source>
        <translation>集群或软件</translation>
    </message>
    <message>
        <source>Clusters and software that it made</source>
        <translation>建造的集群和开发的软件</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>列(&amp;C)…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commit {commit}</source>
        <translation>提交 {commit}</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Company event</source>
        <translation>公司事件</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Computers in a cluster</source>
        <translation>集群中的计算机</translation>
    </message>
    <message>
        <source>Computing time; the role says of which part</source>
        <translation>计算时间；角色说明属于哪一部分</translation>
    </message>
    <message numerus="yes">
        <source>Connected in {n} steps</source>
        <extracomment>For one: Connected in {n} step</extracomment>
        <translation><numerusform>经 {n} 步相连</numerusform></translation>
    </message>
    <message>
        <source>Connected to…</source>
        <translation>关联到…</translation>
    </message>
    <message>
        <source>contains “{text}”</source>
        <translation>包含“{text}”</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>contributor</source>
        <translation>贡献者</translation>
    </message>
    <message>
        <source>Contributor, staff or mentor; or only quoted, cited, mentioned or thanked</source>
        <translation>贡献者、员工或导师；或仅被引述、引用、提及或致谢</translation>
    </message>
    <message>
        <source>Cop&amp;y path</source>
        <translation>复制路径(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy a citation of the source</source>
        <translation>复制该来源的引文</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Copy date</source>
        <translation>复制日期</translation>
    </message>
    <message>
        <source>Copy it to a folder that you can write to, and open the copy.</source>
        <translation>请将它复制到您可以写入的文件夹，并打开副本。</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy link to this &amp;view</source>
        <translation>复制此视图的链接(&amp;V)</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>连同表头复制行(&amp;H)</translation>
    </message>
    <message>
        <source>Copy rows with headers</source>
        <translation>连同表头复制行</translation>
    </message>
    <message>
        <source>Copy the database to a folder of your own and open the copy, or change the permissions.</source>
        <translation>请将数据库复制到您自己的文件夹并打开副本，或更改权限。</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Copying rows</source>
        <translation>正在复制行</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Counting values</source>
        <translation>正在统计各值</translation>
    </message>
    <message>
        <source>Create an empty database</source>
        <translation>创建空数据库</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>credited</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Credits and statements</source>
        <translation>署名与陈述</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data: {title}, {licence}.</source>
        <translation>数据：{title}，{licence}。</translation>
    </message>
    <message>
        <source>Database not opened</source>
        <translation>未能打开数据库</translation>
    </message>
    <message>
        <source>Databases of Labline (*.db)</source>
        <translation>Labline 数据库 (*.db)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date copied.</source>
        <translation>已复制日期。</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Days, per cent, a factor, or the names that differ</source>
        <translation>天数、百分比、倍数，或不同的名称</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>学位</translation>
    </message>
    <message>
        <source>deletes it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>弃用</translation>
    </message>
    <message>
        <source>derivation</source>
        <translation>派生关系</translation>
    </message>
    <message>
        <source>derivations</source>
        <translation>派生关系</translation>
    </message>
    <message>
        <source>descendants</source>
        <translation>后代</translation>
    </message>
    <message>
        <source>Descendants that stand out</source>
        <translation>突出显示的后代</translation>
    </message>
    <message>
        <source>Describes</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>did you mean {key}:{near}?</source>
        <translation>您是指 {key}:{near} 吗？</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>您是指{names}吗？</translation>
    </message>
    <message>
        <source>different names</source>
        <translation>名称不同</translation>
    </message>
    <message>
        <source>different words</source>
        <translation>措辞不同</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Digital object identifier</source>
        <translation>数字对象标识符</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Disagreement or refinement</source>
        <translation>分歧或细化</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Disagreements or refinements</source>
        <translation>分歧或细化</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>distilled</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>distilled from it</source>
        <translation>由它蒸馏</translation>
    </message>
    <message>
        <source>Documents that speak of it</source>
        <translation>提到它的文献</translation>
    </message>
    <message>
        <source>does not contain “{text}”</source>
        <translation>不包含“{text}”</translation>
    </message>
    <message>
        <source>does not exist; check the name</source>
        <translation>不存在；请检查名称</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载量</translation>
    </message>
    <message>
        <source>Drawing charts</source>
        <translation>正在绘制图表</translation>
    </message>
    <message>
        <source>Drop what is chosen here</source>
        <translation>取消此处的选择</translation>
    </message>
    <message>
        <source>Drop “{clause}”: {n:,}</source>
        <translation>去掉“{clause}”：{n:,}</translation>
    </message>
    <message>
        <source>Dropping any one clause brings nothing back.</source>
        <translation>去掉任何一个条件都不会有结果。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Each of these would bring some back.</source>
        <translation>下列每一项都能恢复一些结果。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>就学</translation>
    </message>
    <message>
        <source>education</source>
        <translation>就学</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>员工人数</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>empty; every row needs a name</source>
        <translation>为空；每一行都需要名称</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter keeps, Esc drops</source>
        <translation>按 Enter 保留，按 Esc 放弃</translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Delete deletes, Alt+↑ and Alt+↓ move.</source>
        <translation>Enter 打开，F2 重命名，Delete 删除，Alt+↑ 和 Alt+↓ 移动。</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Entity id</source>
        <translation>条目 ID</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events about it</source>
        <translation>相关事件</translation>
    </message>
    <message>
        <source>Events about the person</source>
        <translation>与此人相关的事件</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Exchange both ends</source>
        <translation>交换两端</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Exclude {field}</source>
        <translation>排除{field}</translation>
    </message>
    <message>
        <source>Exclude {field}: {value}</source>
        <translation>排除{field}：{value}</translation>
    </message>
    <message>
        <source>Exclude {name}</source>
        <translation>排除 {name}</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>excludes it, or no longer</source>
        <translation>排除它或取消排除</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Export rows to a file</source>
        <translation>将行导出为文件</translation>
    </message>
    <message>
        <source>Export saved views</source>
        <translation>导出已保存的视图</translation>
    </message>
    <message>
        <source>Export the team</source>
        <translation>导出团队</translation>
    </message>
    <message>
        <source>Export the team as CSV</source>
        <translation>将团队导出为 CSV</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message numerus="yes">
        <source>Export {n}…</source>
        <extracomment>For one: Export {n}…</extracomment>
        <translation><numerusform>导出 {n} 个…</numerusform></translation>
    </message>
    <message>
        <source>extend the selection</source>
        <translation>扩展选择</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>分面</translation>
    </message>
    <message>
        <source>Facts and sources of a row or mark, here</source>
        <translation>在此查看其事实与来源</translation>
    </message>
    <message>
        <source>Family name {name}</source>
        <translation>姓 {name}</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File na&amp;me</source>
        <translation>文件名(&amp;M)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>筛选(&amp;F)…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by typing, or tick values on the left</source>
        <translation>输入文字筛选，或在左侧勾选</translation>
    </message>
    <message>
        <source>Filter to ancestors of {name}</source>
        <translation>按 {name} 的祖先筛选</translation>
    </message>
    <message>
        <source>Filter to descendants of {name}</source>
        <translation>按 {name} 的后代筛选</translation>
    </message>
    <message>
        <source>Filter to its date, {date}</source>
        <translation>按其日期筛选：{date}</translation>
    </message>
    <message>
        <source>Filter to what names {name}</source>
        <translation>筛选提到 {name} 的内容</translation>
    </message>
    <message>
        <source>Filter to what sources disagree about: {property}</source>
        <translation>筛选到来源有分歧的属性：{property}</translation>
    </message>
    <message>
        <source>Filter to {field}</source>
        <translation>按{field}筛选</translation>
    </message>
    <message>
        <source>Filter to {field}: {value}</source>
        <translation>按{field}筛选：{value}</translation>
    </message>
    <message>
        <source>Filter to {name}</source>
        <translation>按 {name} 筛选</translation>
    </message>
    <message>
        <source>Filter: words, or for example {query}</source>
        <translation>筛选：输入词语，或例如 {query}</translation>
    </message>
    <message>
        <source>Filter: {filter}.</source>
        <translation>筛选：{filter}。</translation>
    </message>
    <message>
        <source>Filter: {words}</source>
        <translation>筛选：{words}</translation>
    </message>
    <message>
        <source>&amp;Filtered</source>
        <translation>筛选结果(&amp;F)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>Find a person: name, 名字 or pinyin</source>
        <translation>查找人物：英文名、中文名或拼音</translation>
    </message>
    <message>
        <source>Find in {field}</source>
        <translation>在{field}中查找</translation>
    </message>
    <message>
        <source>Finds entities, commands and saved views. Up and Down choose, Enter goes there, Escape closes.</source>
        <translation>查找条目、命令和已保存的视图。用上、下键选择，Enter 前往，Esc 关闭。</translation>
    </message>
    <message>
        <source>fine-tuned</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>fine-tuned from it</source>
        <translation>由它微调</translation>
    </message>
    <message>
        <source>First comes the lane with most of what the filter shows; kinds keep their order.</source>
        <translation>筛选显示的内容最多的泳道排在最前；种类的顺序不变。</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>起始行</translation>
    </message>
    <message>
        <source>First line cited</source>
        <translation>引用的第一行</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门提示(&amp;F)</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门提示</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Fold its variants</source>
        <translation>折叠其变体</translation>
    </message>
    <message>
        <source>fold or unfold the lane</source>
        <translation>折叠或展开泳道</translation>
    </message>
    <message numerus="yes">
        <source>Fold {n:,} descendants into it</source>
        <extracomment>For one: Fold {n:,} descendant into it</extracomment>
        <translation><numerusform>将 {n:,} 个后代折叠到其中</numerusform></translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>follows it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>follows the relation to its other end; without one opens the model in the inspector</source>
        <translation>沿关系转到另一端；没有关系时在详情中打开模型</translation>
    </message>
    <message>
        <source>For Excel, LibreOffice and Numbers: lists joined by “; ”, nothing runs as a formula.</source>
        <translation>用于 Excel、LibreOffice 和 Numbers：列表以“; ”连接，任何内容都不会作为公式执行。</translation>
    </message>
    <message>
        <source>For programs: every value exact, lists as JSON, and a datapackage.json that describes the file.</source>
        <translation>供程序使用：所有值保持精确，列表为 JSON，并附说明文件的 datapackage.json。</translation>
    </message>
    <message>
        <source>For programs: tabs between values, every value exact, lists as JSON.</source>
        <translation>供程序使用：值之间以制表符分隔，所有值保持精确，列表为 JSON。</translation>
    </message>
    <message>
        <source>For spreadsheets: tabs between values, lists joined by “; ”, nothing runs as a formula.</source>
        <translation>供电子表格使用：值之间以制表符分隔，列表以“; ”连接，任何内容都不会作为公式执行。</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>前进(&amp;W)</translation>
    </message>
    <message>
        <source>Forma&amp;t</source>
        <translation>格式(&amp;T)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的结果</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>成立日期</translation>
    </message>
    <message>
        <source>Founder</source>
        <translation>创始人</translation>
    </message>
    <message>
        <source>Founder of</source>
        <translation>创立的机构</translation>
    </message>
    <message>
        <source>Founders</source>
        <translation>创始人</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing was changed.</source>
        <translation>请腾出一些空间后重试；未作任何更改。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>请腾出一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请腾出一些空间。</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>from a day to a day</source>
        <translation>从某日到某日</translation>
    </message>
    <message>
        <source>From the first to the last year of what is dated of the person</source>
        <translation>此人有日期的内容从首年到末年</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>自{date}起</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>自{date}起</translation>
    </message>
    <message>
        <source>from {number}</source>
        <translation>不小于 {number}</translation>
    </message>
    <message>
        <source>From: a person, a model, anything</source>
        <translation>从：人物、模型或任何条目</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>go from chip to chip</source>
        <translation>在条件标签之间移动</translation>
    </message>
    <message>
        <source>go from mark to mark</source>
        <translation>在标记之间移动</translation>
    </message>
    <message>
        <source>go from one relation of the model to the next</source>
        <translation>在模型的各关系之间移动</translation>
    </message>
    <message>
        <source>go from row to row, and select what it is about</source>
        <translation>逐行移动，并选择该行所涉及的条目</translation>
    </message>
    <message>
        <source>go through the completions offered; Enter or Tab takes one</source>
        <translation>浏览补全；按 Enter 或 Tab 采用</translation>
    </message>
    <message>
        <source>go through what was found</source>
        <translation>浏览找到的结果</translation>
    </message>
    <message>
        <source>Go to &amp;anything…</source>
        <translation>转到任意内容(&amp;A)…</translation>
    </message>
    <message>
        <source>go to a parent or a child</source>
        <translation>转到来源发布或派生发布</translation>
    </message>
    <message>
        <source>go to another lane</source>
        <translation>转到其他泳道</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>转到任意内容</translation>
    </message>
    <message>
        <source>Go to anything by its name</source>
        <translation>按名称前往任何内容</translation>
    </message>
    <message>
        <source>Go to anything: a name, a command (or &gt; for commands alone)</source>
        <translation>转到任意内容：名称或命令（输入 &gt; 仅查找命令）</translation>
    </message>
    <message>
        <source>go to the first or the last mark that the filter shows</source>
        <translation>转到筛选所显示的第一个或最后一个标记</translation>
    </message>
    <message>
        <source>go to the first or the last model that the filter shows</source>
        <translation>转到筛选所显示的第一个或最后一个模型</translation>
    </message>
    <message>
        <source>go to the mark before or after in time</source>
        <translation>转到时间上的前一个或后一个标记</translation>
    </message>
    <message>
        <source>go to the nearest mark of another lane</source>
        <translation>转到其他泳道中最近的标记</translation>
    </message>
    <message>
        <source>go to the nearest model above or below</source>
        <translation>转到上方或下方最近的模型</translation>
    </message>
    <message>
        <source>go to the next place found, or the one before</source>
        <translation>转到下一个或上一个找到的位置</translation>
    </message>
    <message>
        <source>goes on to what the row opens: statements, text, values side by side</source>
        <translation>前往该行打开的内容：陈述、文本、并列的值</translation>
    </message>
    <message>
        <source>goes there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>goes to the next link</source>
        <translation>转到下一个链接</translation>
    </message>
    <message>
        <source>goes to the search</source>
        <translation>转到搜索</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>GPU hours</source>
        <translation>GPU 小时</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数量</translation>
    </message>
    <message>
        <source>GraphML (*.graphml)</source>
        <translation>GraphML (*.graphml)</translation>
    </message>
    <message>
        <source>Graphviz DOT (*.dot)</source>
        <translation>Graphviz DOT (*.dot)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>H1 {year}</source>
        <translation>{year}年上半年</translation>
    </message>
    <message>
        <source>H2 {year}</source>
        <translation>{year}年下半年</translation>
    </message>
    <message>
        <source>has no fact; remove it or write one</source>
        <translation>没有事实；请删除它或写一条</translation>
    </message>
    <message>
        <source>has no {kind} facts</source>
        <translation>没有{kind}的事实</translation>
    </message>
    <message>
        <source>has two values of rank preferred; keep one</source>
        <translation>有两个首选等级的值；请保留一个</translation>
    </message>
    <message>
        <source>has {kind} facts</source>
        <translation>含有{kind}的事实</translation>
    </message>
    <message>
        <source>Heading in the document</source>
        <translation>文献中的标题</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hide {field}</source>
        <translation>隐藏{field}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>How far apart</source>
        <translation>相差多少</translation>
    </message>
    <message>
        <source>How it came from it</source>
        <translation>派生方式</translation>
    </message>
    <message>
        <source>How long it lasted</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>How many lines the document has</source>
        <translation>文献的行数</translation>
    </message>
    <message>
        <source>How many of its properties sources contradict each other about</source>
        <translation>来源说法相互矛盾的属性数</translation>
    </message>
    <message>
        <source>How many people work there; the role says which</source>
        <translation>员工人数；角色说明是哪一类</translation>
    </message>
    <message>
        <source>How many releases, papers and techniques the person contributed to</source>
        <translation>此人贡献的发布、论文和技术的数量</translation>
    </message>
    <message>
        <source>How many statements cite it</source>
        <translation>引用它的陈述数</translation>
    </message>
    <message>
        <source>How often it was downloaded</source>
        <translation>下载次数</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Id of that entity</source>
        <translation>该条目的 ID</translation>
    </message>
    <message>
        <source>Id of the entity that the value names</source>
        <translation>值所指条目的 ID</translation>
    </message>
    <message>
        <source>Id of the release</source>
        <translation>发布的 ID</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import a dossier or a table</source>
        <translation>导入资料集或表格</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Import of {file} cancelled; nothing was changed</source>
        <translation>已取消导入 {file}，未作任何更改</translation>
    </message>
    <message>
        <source>Import saved views</source>
        <translation>导入已保存的视图</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>In a facet’s list of values</source>
        <translation>在分面的值列表中</translation>
    </message>
    <message>
        <source>In both scripts, that of the window's language first</source>
        <translation>两种文字，窗口语言的在前</translation>
    </message>
    <message>
        <source>in place of NOT write “-” right before what is excluded: -word, -org:A; or quote it: {text}</source>
        <translation>不用 NOT，请在要排除的内容前紧接着写 “-”：-word、-org:A；或加上引号：{text}</translation>
    </message>
    <message>
        <source>In the filter bar</source>
        <translation>在筛选栏中</translation>
    </message>
    <message>
        <source>In the inspector and in the manual</source>
        <translation>在详情和手册中</translation>
    </message>
    <message>
        <source>In the list of saved views</source>
        <translation>在已保存视图的列表中</translation>
    </message>
    <message>
        <source>In the manual</source>
        <translation>在手册中</translation>
    </message>
    <message>
        <source>In the palette (Ctrl+K)</source>
        <translation>在命令面板中 (Ctrl+K)</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>In what way</source>
        <translation>以何种方式</translation>
    </message>
    <message>
        <source>In what way, or of what: the parts that a figure counts</source>
        <translation>以何种方式，或针对什么：数值所涵盖的部分</translation>
    </message>
    <message>
        <source>in {date}</source>
        <translation>为{date}</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>included</source>
        <translation>已包含</translation>
    </message>
    <message>
        <source>includes the value, or no longer</source>
        <translation>包含该值或取消包含</translation>
    </message>
    <message>
        <source>Incorporated</source>
        <translation>注册日期</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Inferred, preferred or deprecated</source>
        <translation>推断、首选或弃用</translation>
    </message>
    <message>
        <source>initialized from</source>
        <translation>初始化自</translation>
    </message>
    <message>
        <source>initialized from it</source>
        <translation>以它初始化</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>详情(&amp;I)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Interconnect</source>
        <translation>互连带宽</translation>
    </message>
    <message>
        <source>Internship</source>
        <translation>实习</translation>
    </message>
    <message>
        <source>internship</source>
        <translation>实习</translation>
    </message>
    <message>
        <source>Introduced in</source>
        <translation>首次提出于</translation>
    </message>
    <message>
        <source>Introduces</source>
        <translation>首次提出</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>投资</translation>
    </message>
    <message>
        <source>is a descendant of {releases}</source>
        <translation>是 {releases} 的后代</translation>
    </message>
    <message>
        <source>is an ancestor of {releases}</source>
        <translation>是 {releases} 的祖先</translation>
    </message>
    <message>
        <source>is empty; write a text</source>
        <translation>为空；请写文本</translation>
    </message>
    <message>
        <source>is longer than 100 characters; shorten it</source>
        <translation>超过 100 个字符；请缩短</translation>
    </message>
    <message>
        <source>is longer than {limit} characters; shorten it</source>
        <translation>超过 {limit} 个字符；请缩短</translation>
    </message>
    <message>
        <source>is longer than {most} characters; shorten it</source>
        <translation>超过 {most} 个字符；请缩短</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is missing; write at least format, id and title</source>
        <translation>缺失；请至少写 format、id 和 title</translation>
    </message>
    <message>
        <source>is not a descendant of {releases}</source>
        <translation>不是 {releases} 的后代</translation>
    </message>
    <message>
        <source>is not a field here{hint}</source>
        <translation>不是此处的字段{hint}</translation>
    </message>
    <message>
        <source>is not a file of a dossier{hint}</source>
        <translation>不是资料集的文件{hint}</translation>
    </message>
    <message>
        <source>is not an ancestor of {releases}</source>
        <translation>不是 {releases} 的祖先</translation>
    </message>
    <message>
        <source>is not of a known format; what can be imported: {labels}</source>
        <translation>格式未知；可以导入：{labels}</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>它无法写入</translation>
    </message>
    <message>
        <source>it comes first in the dossier; nobody has chosen</source>
        <translation>它在资料集中排在最前；尚无人选择</translation>
    </message>
    <message>
        <source>it could not be made ({error})</source>
        <translation>无法创建它（{error}）</translation>
    </message>
    <message>
        <source>It could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>It could not be saved: {error}</source>
        <translation>无法保存：{error}</translation>
    </message>
    <message>
        <source>It does not hold saved views of Labline.</source>
        <translation>其中没有 Labline 的已保存视图。</translation>
    </message>
    <message>
        <source>It does not say which version of saved views it holds.</source>
        <translation>其中没有说明已保存视图的版本。</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>it holds a virtual table that is not Labline's ({name})</source>
        <translation>其中有不属于 Labline 的虚拟表（{name}）</translation>
    </message>
    <message>
        <source>it holds a {type} that is not Labline's ({name})</source>
        <translation>其中有不属于 Labline 的 {type}（{name}）</translation>
    </message>
    <message>
        <source>It holds more than {most:,} views.</source>
        <translation>其中的视图超过 {most:,} 个。</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation>它是设备或管道，不是文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a folder; add a file name</source>
        <translation>它是文件夹；请添加文件名</translation>
    </message>
    <message>
        <source>it is a link to {target}, which is not there</source>
        <translation>它是指向 {target} 的链接，而后者不存在</translation>
    </message>
    <message>
        <source>It is a mistake of the program. Labline goes on and your data is safe, but what you did last may not have worked. This report says where it happened. It holds no data and nothing that you typed, and it is sent nowhere: copy or save it if you want to tell the developers.</source>
        <translation>这是程序的错误。Labline 会继续运行，您的数据是安全的，但您刚才的操作可能没有成功。此报告说明错误发生的位置，不含任何数据，也不含您输入的内容，并且不会发送到任何地方：如果您想告诉开发者，请复制或保存它。</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>它被截断</translation>
    </message>
    <message>
        <source>it is damaged ({error})</source>
        <translation>它已损坏（{error}）</translation>
    </message>
    <message>
        <source>it is damaged ({found})</source>
        <translation>它已损坏（{found}）</translation>
    </message>
    <message>
        <source>it is damaged: its end is missing</source>
        <translation>它已损坏：缺少末尾</translation>
    </message>
    <message>
        <source>it is empty (0 bytes)</source>
        <translation>它是空的（0 字节）</translation>
    </message>
    <message>
        <source>It is nested too deeply for saved views.</source>
        <translation>嵌套过深，不是已保存的视图。</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>it is no name for a file: a device, a pipe or a name with a null character; choose another</source>
        <translation>它不能作为文件名：是设备、管道或含空字符的名称；请选择其他名称</translation>
    </message>
    <message>
        <source>it is no object with a name</source>
        <translation>不是带名称的对象</translation>
    </message>
    <message>
        <source>it is not a database (SQLite file)</source>
        <translation>它不是数据库（SQLite 文件）</translation>
    </message>
    <message>
        <source>it is not as Labline makes it: {strange}</source>
        <translation>它不符合 Labline 的结构：{strange}</translation>
    </message>
    <message>
        <source>it is not clear which number is the month; write {choices}</source>
        <translation>不清楚哪个数字是月份；请写 {choices}</translation>
    </message>
    <message>
        <source>It is not JSON: {problem}.</source>
        <translation>不是 JSON：{problem}。</translation>
    </message>
    <message>
        <source>it is not marked as a finished database</source>
        <translation>它没有标记为已完成的数据库</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It is only a name so far: nothing else is known of it.</source>
        <translation>目前仅有名称：没有其他已知信息。</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>它是其他程序的数据库</translation>
    </message>
    <message>
        <source>It is too large for saved views.</source>
        <translation>过大，不是已保存的视图。</translation>
    </message>
    <message>
        <source>It leads from address to address.</source>
        <translation>它在多个网址之间反复跳转。</translation>
    </message>
    <message>
        <source>It leads to an address that is not secure (no https).</source>
        <translation>它指向不安全的网址（非 https）。</translation>
    </message>
    <message>
        <source>It lies in {path}, and holds nothing that you typed or read.</source>
        <translation>它位于 {path}，不含您输入或阅读的任何内容。</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>等待时间过长。</translation>
    </message>
    <message>
        <source>It was opened for reading only.</source>
        <translation>它以只读方式打开。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Labline. Use that version, or save the views anew.</source>
        <translation>由较新版本的 Labline 写成。请使用该版本，或重新保存视图。</translation>
    </message>
    <message>
        <source>its backup before the update is damaged ({verdict})</source>
        <translation>更新前的备份已损坏（{verdict}）</translation>
    </message>
    <message>
        <source>its columns are no list</source>
        <translation>其列不是列表</translation>
    </message>
    <message>
        <source>its filter is no text</source>
        <translation>其筛选不是文本</translation>
    </message>
    <message>
        <source>its filter “{text}” cannot be read: {problem}</source>
        <translation>无法读取其筛选“{text}”：{problem}</translation>
    </message>
    <message>
        <source>its folder cannot be written ({error})</source>
        <translation>其文件夹无法写入（{error}）</translation>
    </message>
    <message>
        <source>its folder cannot be written to; choose another</source>
        <translation>其文件夹无法写入；请选择其他文件夹</translation>
    </message>
    <message>
        <source>its folder cannot be written, and a change beside it is unfinished</source>
        <translation>其文件夹无法写入，且旁边有未完成的更改</translation>
    </message>
    <message>
        <source>its folder does not exist; make it first or choose another</source>
        <translation>其文件夹不存在；请先创建或选择其他文件夹</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>其 ID</translation>
    </message>
    <message>
        <source>Its id in dossiers and links</source>
        <translation>在资料集和链接中的 ID</translation>
    </message>
    <message>
        <source>Its id within the release</source>
        <translation>在该发布中的 ID</translation>
    </message>
    <message>
        <source>Its id, unless it is only a name</source>
        <translation>其 ID（仅有名称的除外）</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>其名称</translation>
    </message>
    <message>
        <source>its name is not one that a file can have</source>
        <translation>该名称不能作为文件名</translation>
    </message>
    <message>
        <source>its name is too long; choose a shorter one</source>
        <translation>其名称过长；请选择较短的名称</translation>
    </message>
    <message>
        <source>its name leads to no file ({reason})</source>
        <translation>其名称没有指向任何文件（{reason}）</translation>
    </message>
    <message>
        <source>its perspective is no text</source>
        <translation>其布局不是文本</translation>
    </message>
    <message>
        <source>its schema is marked as {stamps}, not {wanted}</source>
        <translation>其结构标记为 {stamps}，而不是 {wanted}</translation>
    </message>
    <message>
        <source>Its sizes</source>
        <translation>各种规模</translation>
    </message>
    <message>
        <source>its sort is no list</source>
        <translation>其排序不是列表</translation>
    </message>
    <message>
        <source>its table “{name}” is missing</source>
        <translation>缺少表“{name}”</translation>
    </message>
    <message>
        <source>Its title</source>
        <translation>其标题</translation>
    </message>
    <message>
        <source>its update failed: a row of {table} names a missing row of {other}</source>
        <translation>更新失败：{table} 的某行引用了 {other} 中不存在的行</translation>
    </message>
    <message>
        <source>its update failed: {lost}</source>
        <translation>更新失败：{lost}</translation>
    </message>
    <message>
        <source>its update failed: {strange}</source>
        <translation>更新失败：{strange}</translation>
    </message>
    <message>
        <source>its update to schema {generation} failed ({error})</source>
        <translation>更新到结构版本 {generation} 失败（{error}）</translation>
    </message>
    <message>
        <source>its zooms are no object</source>
        <translation>其缩放不是对象</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Journal, conference or publisher</source>
        <translation>期刊、会议或出版方</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>keeps the brush in the filter; without one opens the mark in the inspector</source>
        <translation>将刷选保留到筛选中；没有刷选时在详情中打开标记</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys – Labline</source>
        <translation>快捷键 – Labline</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kind of that entity</source>
        <translation>该条目的种类</translation>
    </message>
    <message>
        <source>known to the century</source>
        <translation>精确到世纪</translation>
    </message>
    <message>
        <source>known to the day</source>
        <translation>精确到日</translation>
    </message>
    <message>
        <source>known to the decade</source>
        <translation>精确到年代</translation>
    </message>
    <message>
        <source>known to the month</source>
        <translation>精确到月</translation>
    </message>
    <message>
        <source>known to the part of a year</source>
        <translation>精确到一年中的一段</translation>
    </message>
    <message>
        <source>known to the quarter</source>
        <translation>精确到季度</translation>
    </message>
    <message>
        <source>known to the year</source>
        <translation>精确到年</translation>
    </message>
    <message>
        <source>Labline can ask {host} whether there is a newer version, once a day when it is open. It fetches one small file by a secure connection (HTTPS). Nothing about you, your computer or your data is sent; as with every web page, the server sees the address of your network. Nothing is downloaded or installed by itself.</source>
        <translation>Labline 可以在打开时每天一次向 {host} 询问是否有新版本。它通过安全连接 (HTTPS) 获取一个小文件，不会发送任何关于您、您的计算机或您的数据的信息；与访问任何网页一样，服务器会看到您的网络地址。不会自动下载或安装任何内容。</translation>
    </message>
    <message>
        <source>Labline could not find out. {reason}</source>
        <translation>Labline 未能查明。{reason}</translation>
    </message>
    <message>
        <source>Labline ended unexpectedly</source>
        <translation>Labline 意外退出</translation>
    </message>
    <message>
        <source>Labline ended unexpectedly last time. Your data is safe.</source>
        <translation>Labline 上次意外退出。您的数据是安全的。</translation>
    </message>
    <message>
        <source>Labline is under the MIT licence, its dossier under CC BY 4.0. What it is built on, Qt under the LGPL among it, has licences of its own.</source>
        <translation>Labline 采用 MIT 许可证，其资料集采用 CC BY 4.0。它所依赖的组件（包括采用 LGPL 的 Qt）各有自己的许可证。</translation>
    </message>
    <message>
        <source>Labline opens only web addresses (http, https) and mail addresses (mailto).</source>
        <translation>Labline 只打开网址（http、https）和邮件地址（mailto）。</translation>
    </message>
    <message>
        <source>Labline shows the history of AI labs, and of each fact where it comes from.</source>
        <translation>Labline 展示 AI 实验室的历史，以及每个事实的出处。</translation>
    </message>
    <message>
        <source>Labline {version} is available. You have {own}.</source>
        <translation>Labline {version} 已发布。您使用的是 {own}。</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>Lanes by kind</source>
        <translation>按种类分泳道</translation>
    </message>
    <message>
        <source>Lanes by organization</source>
        <translation>按机构分泳道</translation>
    </message>
    <message>
        <source>Lanes by person</source>
        <translation>按人物分泳道</translation>
    </message>
    <message>
        <source>Lanes by technique</source>
        <translation>按技术分泳道</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>结束行</translation>
    </message>
    <message>
        <source>Last line cited</source>
        <translation>引用的最后一行</translation>
    </message>
    <message>
        <source>Laying out the lineage</source>
        <translation>正在布置谱系</translation>
    </message>
    <message>
        <source>leave this out: all that stands in the filter must hold; or quote it: {text}</source>
        <translation>请去掉它：筛选中的所有条件本来就须同时成立；或加上引号：{text}</translation>
    </message>
    <message>
        <source>Left out by the filter</source>
        <translation>被筛选排除</translation>
    </message>
    <message>
        <source>left out by the filter</source>
        <translation>被筛选排除</translation>
    </message>
    <message>
        <source>left {n} as they were</source>
        <translation>{n} 个保持不变</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
    <message>
        <source>Licences – Labline</source>
        <translation>许可证 – Labline</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>line {line} comes after line {before}; sort the sections by line</source>
        <translation>第 {line} 行在第 {before} 行之后；请按行号排列章节</translation>
    </message>
    <message>
        <source>line {line} is beyond the document's {lines} lines</source>
        <translation>第 {line} 行超出文献的 {lines} 行</translation>
    </message>
    <message>
        <source>line {line} is beyond the {lines} lines of {source}</source>
        <translation>第 {line} 行超出 {source} 的 {lines} 行</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>谱系</translation>
    </message>
    <message>
        <source>Lineage of {n:,} models</source>
        <translation>{n:,} 个模型的谱系</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>lines {first}–{last}</source>
        <translation>第 {first}–{last} 行</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Link copied: {link}</source>
        <translation>已复制链接：{link}</translation>
    </message>
    <message>
        <source>Link not opened</source>
        <translation>未打开链接</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Looking for the shortest way…</source>
        <translation>正在查找最短路径…</translation>
    </message>
    <message>
        <source>Looking up dates</source>
        <translation>正在查询日期</translation>
    </message>
    <message>
        <source>Looking up disagreements</source>
        <translation>正在查询分歧</translation>
    </message>
    <message>
        <source>Looking up releases</source>
        <translation>正在查询发布</translation>
    </message>
    <message>
        <source>Looking up sources</source>
        <translation>正在查询来源</translation>
    </message>
    <message>
        <source>Looking up the person</source>
        <translation>正在查询人物</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>无损</translation>
    </message>
    <message>
        <source>Made with Labline.</source>
        <translation>由 Labline 制作。</translation>
    </message>
    <message>
        <source>Make it first, or choose another.</source>
        <translation>请先创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>Manual – Labline</source>
        <translation>手册 – Labline</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Market and policy</source>
        <translation>市场与政策</translation>
    </message>
    <message>
        <source>Market or policy event</source>
        <translation>市场或政策事件</translation>
    </message>
    <message>
        <source>Market value</source>
        <translation>市值</translation>
    </message>
    <message>
        <source>Market value or its change</source>
        <translation>市值或其变化</translation>
    </message>
    <message>
        <source>marks the clause’s text in the bar, to be changed</source>
        <translation>在筛选栏中选中该条件的文字以便修改</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>导师</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>导师</translation>
    </message>
    <message>
        <source>Mentor of</source>
        <translation>指导的人员</translation>
    </message>
    <message>
        <source>Mentoring</source>
        <translation>指导</translation>
    </message>
    <message>
        <source>mentoring</source>
        <translation>指导</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>导师</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>菜单键</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>merged from it</source>
        <translation>由它合并</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>模态</translation>
    </message>
    <message>
        <source>Models appear here once something is stated about which of them came from which.</source>
        <translation>有了关于模型派生关系的陈述后，模型会显示在这里。</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Money invested in it</source>
        <translation>获得的投资</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>move and select</source>
        <translation>移动并选择</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>移动它</translation>
    </message>
    <message>
        <source>move the lane</source>
        <translation>移动泳道</translation>
    </message>
    <message>
        <source>move the window</source>
        <translation>移动时间窗口</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>move without selecting</source>
        <translation>移动但不选择</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>must be a list of entities, each starting with “- id:”</source>
        <translation>必须是条目的列表，每个条目以“- id:”开头</translation>
    </message>
    <message>
        <source>must be a mapping such as {value: …, cite: …}</source>
        <translation>必须是映射，例如 {value: …, cite: …}</translation>
    </message>
    <message>
        <source>must be a mapping with at least format, id and title</source>
        <translation>必须是至少含有 format、id 和 title 的映射</translation>
    </message>
    <message>
        <source>must be a mapping: one “key: value” a line</source>
        <translation>必须是映射：每行一个“key: value”</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must be a whole number of a few digits</source>
        <translation>必须是位数不多的整数</translation>
    </message>
    <message>
        <source>must be an entity with at least id and name</source>
        <translation>必须是至少含有 id 和 name 的条目</translation>
    </message>
    <message>
        <source>must be one text; quote it, or remove the line if there is none</source>
        <translation>必须是一个文本；请加引号，没有内容时请删除该行</translation>
    </message>
    <message>
        <source>must be {least} or more</source>
        <translation>必须不小于 {least}</translation>
    </message>
    <message>
        <source>must be {most:,} or less</source>
        <translation>必须不大于 {most:,}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name copied.</source>
        <translation>已复制名称。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Name order</source>
        <translation>姓名顺序</translation>
    </message>
    <message>
        <source>named</source>
        <translation>被提及</translation>
    </message>
    <message>
        <source>Native name</source>
        <translation>本名</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处不一致</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一面板(&amp;N)</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no backup before its update could be made ({error})</source>
        <translation>无法在更新前备份（{error}）</translation>
    </message>
    <message>
        <source>No chain of at most {n} relations connects them.</source>
        <translation>没有不超过 {n} 个关系的链将它们相连。</translation>
    </message>
    <message>
        <source>No credits are known</source>
        <translation>没有已知的署名</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>no date: beside its relatives</source>
        <translation>无日期：置于相关模型旁</translation>
    </message>
    <message>
        <source>No date: it stands beside its relatives</source>
        <translation>无日期：置于相关模型旁</translation>
    </message>
    <message>
        <source>No date: {n:,}</source>
        <translation>无日期：{n:,}</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>未设置筛选。</translation>
    </message>
    <message>
        <source>No key does that; try fewer or shorter words.</source>
        <translation>没有这样的快捷键；请用更少或更短的词。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>No lineage is known yet</source>
        <translation>还没有已知的谱系</translation>
    </message>
    <message>
        <source>No longer: {edit}</source>
        <translation>已取消：{edit}</translation>
    </message>
    <message>
        <source>No person matches</source>
        <translation>没有符合条件的人物</translation>
    </message>
    <message>
        <source>No release and no event has a date.</source>
        <translation>没有任何发布或事件有日期。</translation>
    </message>
    <message>
        <source>No release matches</source>
        <translation>没有符合条件的发布</translation>
    </message>
    <message>
        <source>No release passes the filter, so there are no values to count.</source>
        <translation>没有发布通过筛选，因此没有可统计的值。</translation>
    </message>
    <message>
        <source>No releases yet</source>
        <translation>还没有发布</translation>
    </message>
    <message>
        <source>No shared credits</source>
        <translation>没有共同署名</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>no source gives a date</source>
        <translation>没有来源给出日期</translation>
    </message>
    <message>
        <source>No source matches</source>
        <translation>没有符合条件的来源</translation>
    </message>
    <message>
        <source>No source says something more exactly than another.</source>
        <translation>没有来源比其他来源说得更精确。</translation>
    </message>
    <message>
        <source>No source says what anything cost.</source>
        <translation>没有来源说明费用。</translation>
    </message>
    <message>
        <source>No source says when</source>
        <translation>没有来源说明时间</translation>
    </message>
    <message>
        <source>No sources disagree</source>
        <translation>来源没有分歧</translation>
    </message>
    <message>
        <source>no staff, as far as is told</source>
        <translation>据所述不是员工</translation>
    </message>
    <message>
        <source>no staff: only quoted, cited or thanked</source>
        <translation>不是员工：仅被引述、引用或致谢</translation>
    </message>
    <message>
        <source>No text is attached</source>
        <translation>没有附加文本</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>未选择人物</translation>
    </message>
    <message>
        <source>Nobody else is credited on what {name} contributed to.</source>
        <translation>{name} 所贡献的内容没有其他人署名。</translation>
    </message>
    <message>
        <source>Nobody whom the filter shows is called “{typed}”.</source>
        <translation>筛选所显示的人物中没有名为“{typed}”的。</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none is preferred: tables show all of them</source>
        <translation>没有首选：表格显示全部</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Northern autumn</source>
        <translation>北半球秋季</translation>
    </message>
    <message>
        <source>Northern spring</source>
        <translation>北半球春季</translation>
    </message>
    <message>
        <source>Northern summer</source>
        <translation>北半球夏季</translation>
    </message>
    <message>
        <source>Northern winter</source>
        <translation>北半球冬季</translation>
    </message>
    <message>
        <source>not a JSON list of texts; write ["a", "b"], or a; b</source>
        <translation>不是 JSON 文本列表；请写 ["a", "b"] 或 a; b</translation>
    </message>
    <message>
        <source>not all name {names}</source>
        <translation>并非都提到 {names}</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>目前不可用</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>Not exported: the file has no name; type one.</source>
        <translation>未导出：文件没有名称，请输入。</translation>
    </message>
    <message>
        <source>Not exported: {reason}</source>
        <translation>未导出：{reason}</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Not in this database</source>
        <translation>不在此数据库中</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing can be written in the database’s folder, so it can only be read.</source>
        <translation>数据库所在的文件夹无法写入，因此只能读取。</translation>
    </message>
    <message>
        <source>Nothing can be written in your data folder, so you see a copy of the bundled dossier, which can only be read.</source>
        <translation>您的数据文件夹无法写入，因此您看到的是自带资料集的只读副本。</translation>
    </message>
    <message>
        <source>Nothing found; try fewer or shorter words.</source>
        <translation>没有找到；请用更少或更短的词。</translation>
    </message>
    <message>
        <source>Nothing here can be dated</source>
        <translation>这里没有可以确定日期的内容</translation>
    </message>
    <message>
        <source>Nothing in this database has the id “{id}” of the link.</source>
        <translation>此数据库中没有链接所指的 ID“{id}”。</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>没有名为“{typed}”的内容。</translation>
    </message>
    <message>
        <source>Nothing is related to what was asked for</source>
        <translation>没有与所查内容相关的模型</translation>
    </message>
    <message>
        <source>Nothing is saved yet</source>
        <translation>尚未保存任何视图</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Ctrl+S saves what the window shows.</source>
        <translation>尚未保存任何视图。按 Ctrl+S 保存窗口当前所示。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>未选择任何内容。</translation>
    </message>
    <message>
        <source>Nothing is selected: choose rows to copy.</source>
        <translation>未选择任何内容：请选择要复制的行。</translation>
    </message>
    <message>
        <source>Nothing is selected: choose what to copy a link to.</source>
        <translation>未选择任何内容：请选择要复制链接的条目。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>nothing stands between the quotes; write what to look for</source>
        <translation>引号之间没有内容；请写要查找的文字</translation>
    </message>
    <message>
        <source>Nothing that the filter leaves</source>
        <translation>筛选后没有剩余内容</translation>
    </message>
    <message>
        <source>nothing to add</source>
        <translation>没有可添加的内容</translation>
    </message>
    <message>
        <source>Nothing was changed. Report this, and go on with the Labline that you had.</source>
        <translation>未作任何更改。请报告此问题，并继续使用原来的 Labline。</translation>
    </message>
    <message>
        <source>Nothing was copied: {error}</source>
        <translation>未复制：{error}</translation>
    </message>
    <message>
        <source>Nothing was imported from {path}.</source>
        <translation>未从 {path} 导入任何内容。</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>of {number}</source>
        <translation>为 {number}</translation>
    </message>
    <message>
        <source>On a career, and among the people around one</source>
        <translation>在履历上，以及在相关人物之间</translation>
    </message>
    <message>
        <source>On a chart</source>
        <translation>在图表上</translation>
    </message>
    <message>
        <source>On a chip</source>
        <translation>在条件标签上</translation>
    </message>
    <message>
        <source>On how many of them</source>
        <translation>参与其中的数量</translation>
    </message>
    <message>
        <source>On the handle of a range</source>
        <translation>在范围滑块上</translation>
    </message>
    <message>
        <source>On the head of a lane</source>
        <translation>在泳道标题上</translation>
    </message>
    <message>
        <source>On the lineage</source>
        <translation>在谱系上</translation>
    </message>
    <message>
        <source>On the strip below the timeline</source>
        <translation>在时间线下方的概览条上</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在时间线上</translation>
    </message>
    <message>
        <source>one names more than the other</source>
        <translation>其中一个列出的更多</translation>
    </message>
    <message>
        <source>one says yes, one says no</source>
        <translation>一个说是，一个说否</translation>
    </message>
    <message>
        <source>One sheet with a header; text never runs as a formula.</source>
        <translation>一张带表头的工作表；文本不会作为公式执行。</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>一个来源</translation>
    </message>
    <message>
        <source>only a name so far</source>
        <translation>目前仅有名称</translation>
    </message>
    <message>
        <source>only a release has variants; remove them</source>
        <translation>只有发布才有变体；请删除</translation>
    </message>
    <message>
        <source>only a source has it; remove it</source>
        <translation>只有来源才有它；请删除</translation>
    </message>
    <message>
        <source>Only related</source>
        <translation>仅相关</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>仅此一项</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Open another file…</source>
        <translation>打开其他文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>打开其他文件</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Open it in that program once more, or restore it from a backup.</source>
        <translation>请再次用该程序打开它，或从备份恢复。</translation>
    </message>
    <message>
        <source>Open it once for writing, so that it is brought up to date.</source>
        <translation>请以可写方式打开一次，使其更新到最新。</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>打开下载页面</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>打开来源</translation>
    </message>
    <message>
        <source>Open the source at this place</source>
        <translation>在此处打开来源</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>打开此链接？</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>开放权重</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>打开 {address}</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>正在打开数据库…</translation>
    </message>
    <message>
        <source>opens that end</source>
        <translation>放开这一端</translation>
    </message>
    <message>
        <source>opens the mark in the inspector</source>
        <translation>在详情中打开标记</translation>
    </message>
    <message>
        <source>opens the row in the inspector</source>
        <translation>在详情中打开该行</translation>
    </message>
    <message>
        <source>opens the view</source>
        <translation>打开视图</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>organizations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Other names, native names among them</source>
        <translation>其他名称，包括本名</translation>
    </message>
    <message>
        <source>Other organizations</source>
        <translation>其他机构</translation>
    </message>
    <message>
        <source>Other people</source>
        <translation>其他人物</translation>
    </message>
    <message>
        <source>Other techniques</source>
        <translation>其他技术</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Over, at least, about …</source>
        <translation>超过、至少、约 ……</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Owner of</source>
        <translation>拥有的机构</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Page cited</source>
        <translation>引用的页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>pan through time</source>
        <translation>沿时间平移</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Parameters used for one token</source>
        <translation>处理一个词元所用的参数量</translation>
    </message>
    <message>
        <source>Parameters used for one token, largest variant</source>
        <translation>处理一个词元所用的参数量（最大变体）</translation>
    </message>
    <message>
        <source>Parameters used for one token, of one size variant</source>
        <translation>处理一个词元所用的参数量（单个规模变体）</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>来源发布</translation>
    </message>
    <message>
        <source>Parent id</source>
        <translation>来源发布 ID</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>来源发布</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>part of a cycle</source>
        <translation>属于循环</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>PDF – for print</source>
        <translation>PDF – 用于打印</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>People credited on it</source>
        <translation>署名人员</translation>
    </message>
    <message>
        <source>People event</source>
        <translation>人物事件</translation>
    </message>
    <message>
        <source>People who work on it</source>
        <translation>研究人员</translation>
    </message>
    <message>
        <source>People who work with {name}</source>
        <translation>与 {name} 共事的人</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>每月数量</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>出生地点</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>PNG – as on the screen</source>
        <translation>PNG – 与屏幕相同</translation>
    </message>
    <message>
        <source>PNG – four times as fine</source>
        <translation>PNG – 四倍精细</translation>
    </message>
    <message>
        <source>PNG – three times as fine</source>
        <translation>PNG – 三倍精细</translation>
    </message>
    <message>
        <source>PNG – twice as fine</source>
        <translation>PNG – 两倍精细</translation>
    </message>
    <message>
        <source>Position or function</source>
        <translation>职位或职能</translation>
    </message>
    <message>
        <source>Positions or functions</source>
        <translation>职位或职能</translation>
    </message>
    <message>
        <source>Prefer</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Prefer it no longer</source>
        <translation>取消首选</translation>
    </message>
    <message>
        <source>Prefer this</source>
        <translation>首选此项</translation>
    </message>
    <message>
        <source>Prefer “{value}” as {property} of {entity}</source>
        <translation>首选“{value}”作为 {entity} 的{property}</translation>
    </message>
    <message>
        <source>Prefer “{value}” no longer</source>
        <translation>不再首选“{value}”</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>preferred by the dossier</source>
        <translation>由资料集首选</translation>
    </message>
    <message>
        <source>preferred by {who} on {date}</source>
        <translation>由 {who} 于{date}首选</translation>
    </message>
    <message>
        <source>Preferred, normal or deprecated</source>
        <translation>首选、普通或弃用</translation>
    </message>
    <message>
        <source>Press Delete to remove it</source>
        <translation>按 Delete 移除</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>预览(&amp;W)</translation>
    </message>
    <message>
        <source>Previe&amp;w: all {total:,} {things}</source>
        <translation>预览(&amp;W)：全部 {total:,} 个{things}</translation>
    </message>
    <message>
        <source>Previe&amp;w: first {n} of {total:,} {things}</source>
        <translation>预览(&amp;W)：共 {total:,} 个{things}，显示前 {n} 个</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>文件预览</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一面板(&amp;P)</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price per million tokens; the role says input or output</source>
        <translation>每百万词元的价格；角色说明是输入还是输出</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>用途(&amp;P)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>publications</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Publications about it</source>
        <translation>相关文献</translation>
    </message>
    <message>
        <source>Publications that describe it</source>
        <translation>描述它的文献</translation>
    </message>
    <message>
        <source>Publications that speak of it</source>
        <translation>提到它的文献</translation>
    </message>
    <message>
        <source>Publications that the person is credited on</source>
        <translation>此人署名的文献</translation>
    </message>
    <message>
        <source>Publications that use or work on it</source>
        <translation>使用或研究它的文献</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>Quality notes</source>
        <translation>质量备注</translation>
    </message>
    <message>
        <source>Quantities without a property of their own</source>
        <translation>没有专门属性的数量</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>quantized from it</source>
        <translation>由它量化</translation>
    </message>
    <message>
        <source>query {ms:.0f} ms</source>
        <translation>查询 {ms:.0f} 毫秒</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>quote it to look for the text: {shown}</source>
        <translation>加上引号即可查找该文字：{shown}</translation>
    </message>
    <message>
        <source>quoted or cited</source>
        <translation>被引述或引用</translation>
    </message>
    <message>
        <source>Quoted, cited or thanked in</source>
        <translation>被引述、引用或致谢于</translation>
    </message>
    <message>
        <source>Q{quarter}</source>
        <translation>第{quarter}季度</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{year}年第{quarter}季度</translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation>重置布局(&amp;E)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Reason for the choice</source>
        <translation>选择的理由</translation>
    </message>
    <message>
        <source>Reason for the choice, kept with it (may be left empty)</source>
        <translation>选择的理由，与选择一同保存（可留空）</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redone: {edit}</source>
        <translation>已重做：{edit}</translation>
    </message>
    <message>
        <source>Refinements</source>
        <translation>细化</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Release id</source>
        <translation>发布 ID</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>releases</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Releases and events per month</source>
        <translation>每月的发布和事件</translation>
    </message>
    <message>
        <source>Releases that came from it</source>
        <translation>由它派生的发布</translation>
    </message>
    <message>
        <source>Releases that it came from</source>
        <translation>它所源自的发布</translation>
    </message>
    <message>
        <source>Releases that it describes</source>
        <translation>所描述的发布</translation>
    </message>
    <message>
        <source>Releases that the person is credited on</source>
        <translation>此人署名的发布</translation>
    </message>
    <message>
        <source>Releases that use it</source>
        <translation>使用它的发布</translation>
    </message>
    <message>
        <source>Releases trained on it, run on it or offered by it</source>
        <translation>在其上训练、运行或由其提供的发布</translation>
    </message>
    <message>
        <source>Releases, papers, systems and events appear here. File › Import… brings some in.</source>
        <translation>发布、论文、系统和事件会显示在这里。可通过“文件 › 导入…”添加。</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <source>Remarks on the quality of what is stated</source>
        <translation>关于陈述质量的备注</translation>
    </message>
    <message>
        <source>Remove the text</source>
        <translation>移除文本</translation>
    </message>
    <message>
        <source>Remove the text of {source}</source>
        <translation>移除 {source} 的文本</translation>
    </message>
    <message>
        <source>Remove {clause}</source>
        <translation>移除{clause}</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removed the text of {source}; Ctrl+Z brings it back.</source>
        <translation>已移除 {source} 的文本；按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>removes the clause</source>
        <translation>移除条件</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>renames it</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace or remove the text</source>
        <translation>替换或移除文本</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>替换此文件？</translation>
    </message>
    <message>
        <source>Replace the text…</source>
        <translation>替换文本…</translation>
    </message>
    <message>
        <source>Reset {field}</source>
        <translation>重置{field}</translation>
    </message>
    <message>
        <source>Restore it from a backup, or choose another file.</source>
        <translation>请从备份恢复，或选择其他文件。</translation>
    </message>
    <message>
        <source>Restore it from a backup, or delete it to begin anew.</source>
        <translation>请从备份恢复，或删除它重新开始。</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>right after the colon</source>
        <translation>冒号之后</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>row {row}, column {column}: an XLSX cell holds {most:,} characters at most; leave the column out or export CSV</source>
        <translation>第 {row} 行，{column} 列：XLSX 单元格最多容纳 {most:,} 个字符；请去掉该列或导出 CSV</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>已写入的行</translation>
    </message>
    <message>
        <source>S&amp;ystem colours</source>
        <translation>跟随系统颜色(&amp;Y)</translation>
    </message>
    <message>
        <source>S&amp;ystem language</source>
        <translation>跟随系统语言(&amp;Y)</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>另存为文件</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the career or the people around as a picture</source>
        <translation>将履历或周围的人物存为图片</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>将图表保存为图片</translation>
    </message>
    <message>
        <source>Save the lineage as a picture…</source>
        <translation>将谱系保存为图片…</translation>
    </message>
    <message>
        <source>Save the picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>Save the relations as</source>
        <translation>关系另存为</translation>
    </message>
    <message>
        <source>Save the relations as a table or graph…</source>
        <translation>将关系保存为表格或图…</translation>
    </message>
    <message>
        <source>Save the timeline as a picture…</source>
        <translation>将时间线保存为图片…</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>保存此视图(&amp;S)…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Saved &amp;views…</source>
        <translation>已保存的视图(&amp;V)…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Saved view “{name}”</source>
        <translation>已保存的视图“{name}”</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Saved views of Labline (*.json)</source>
        <translation>Labline 的已保存视图 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Saved {n:,} relations</source>
        <extracomment>For one: Saved {n:,} relation</extracomment>
        <translation><numerusform>已保存 {n:,} 个关系</numerusform></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>says so</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Scroll lanes</source>
        <translation>滚动泳道</translation>
    </message>
    <message>
        <source>scroll the lanes</source>
        <translation>滚动泳道</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Select &amp;all rows</source>
        <translation>选择所有行(&amp;A)</translation>
    </message>
    <message>
        <source>Select releases that people are credited on, or widen the filter.</source>
        <translation>请选择有人署名的发布，或放宽筛选。</translation>
    </message>
    <message>
        <source>&amp;Selected</source>
        <translation>所选(&amp;S)</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Share of capacity used</source>
        <translation>容量使用比例</translation>
    </message>
    <message>
        <source>Share owned; the role names the other side</source>
        <translation>持股比例；角色为另一方</translation>
    </message>
    <message>
        <source>Show all days (0)</source>
        <translation>显示全部日期 (0)</translation>
    </message>
    <message>
        <source>Show all people</source>
        <translation>显示所有人物</translation>
    </message>
    <message>
        <source>&amp;Show all releases</source>
        <translation>显示所有发布(&amp;S)</translation>
    </message>
    <message>
        <source>Show all releases</source>
        <translation>显示所有发布</translation>
    </message>
    <message>
        <source>Show all {n:,}</source>
        <translation>显示全部 {n:,} 项</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show its {n:,} variants</source>
        <extracomment>For one: Show its variant</extracomment>
        <translation><numerusform>显示其 {n:,} 个变体</numerusform></translation>
    </message>
    <message>
        <source>Show only what is related to it</source>
        <translation>仅显示与其相关的模型</translation>
    </message>
    <message>
        <source>Show only what is related to the selection</source>
        <translation>仅显示与所选相关的模型</translation>
    </message>
    <message>
        <source>Show the &amp;log…</source>
        <translation>显示日志(&amp;L)…</translation>
    </message>
    <message>
        <source>Show the path between the two selected models</source>
        <translation>显示所选两个模型之间的路径</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>Show the whole lineage (0)</source>
        <translation>显示完整谱系 (0)</translation>
    </message>
    <message>
        <source>Show what has no date</source>
        <translation>显示没有日期的内容</translation>
    </message>
    <message>
        <source>Show what lines and marks mean</source>
        <translation>显示线条和标记的含义</translation>
    </message>
    <message>
        <source>Show what was folded or left out again</source>
        <translation>再次显示折叠或略去的内容</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示的值</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>shows all of time</source>
        <translation>显示全部时间</translation>
    </message>
    <message>
        <source>shows the whole lineage</source>
        <translation>显示完整谱系</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自{day}起</translation>
    </message>
    <message>
        <source>since; ◂ before</source>
        <translation>自；◂ 之前</translation>
    </message>
    <message>
        <source>size unknown</source>
        <translation>规模未知</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>跳过此版本</translation>
    </message>
    <message>
        <source>some time in this month, season or year</source>
        <translation>此月、季或年中的某时</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现错误</translation>
    </message>
    <message>
        <source>Sort by {field}, ascending</source>
        <translation>按{field}升序排列</translation>
    </message>
    <message>
        <source>Sort by {field}, descending</source>
        <translation>按{field}降序排列</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>来源存在分歧</translation>
    </message>
    <message>
        <source>sources disagree about {field}</source>
        <translation>来源对{field}存在分歧</translation>
    </message>
    <message>
        <source>sources do not disagree about {field}</source>
        <translation>来源对{field}没有分歧</translation>
    </message>
    <message>
        <source>Sources: {names}.</source>
        <translation>来源：{names}。</translation>
    </message>
    <message>
        <source>Southern autumn</source>
        <translation>南半球秋季</translation>
    </message>
    <message>
        <source>Southern spring</source>
        <translation>南半球春季</translation>
    </message>
    <message>
        <source>Southern summer</source>
        <translation>南半球夏季</translation>
    </message>
    <message>
        <source>Southern winter</source>
        <translation>南半球冬季</translation>
    </message>
    <message>
        <source>Space folds it, Ctrl and the up or down arrow move it</source>
        <translation>按空格键折叠，按 Ctrl 和上、下箭头移动</translation>
    </message>
    <message>
        <source>Space includes, minus excludes</source>
        <translation>按空格键包含，按减号键排除</translation>
    </message>
    <message>
        <source>Speed of the network between computers</source>
        <translation>计算机之间的网络速度</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Spring</source>
        <translation>春季</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Stake</source>
        <translation>持股</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>地位</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星标数</translation>
    </message>
    <message>
        <source>Stars on a code host</source>
        <translation>代码托管平台上的星标数</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>明述</translation>
    </message>
    <message>
        <source>Stated or inferred</source>
        <translation>明述或推断</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Statements of the source</source>
        <translation>该来源的陈述</translation>
    </message>
    <message>
        <source>Statements of this property are not compared, so none can be preferred.</source>
        <translation>此属性的陈述不作比较，因此不能指定首选。</translation>
    </message>
    <message>
        <source>Stopped. What you see is from before.</source>
        <translation>已停止。所见为之前的内容。</translation>
    </message>
    <message>
        <source>successor</source>
        <translation>后继</translation>
    </message>
    <message>
        <source>successor of it</source>
        <translation>其后继</translation>
    </message>
    <message>
        <source>Summer</source>
        <translation>夏季</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>SVG – lines, for the web and to edit</source>
        <translation>SVG – 矢量图，用于网页和编辑</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Systems that use it</source>
        <translation>使用它的系统</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>Table, timeline, people, lineage, sources</source>
        <translation>表格、时间线等五种视图</translation>
    </message>
    <message>
        <source>Tables show {value}: {why}.</source>
        <translation>表格显示 {value}：{why}。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>takes the brush back</source>
        <translation>撤回刷选</translation>
    </message>
    <message>
        <source>Target id</source>
        <translation>目标 ID</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>techniques</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Techniques that it describes or works on</source>
        <translation>所描述或研究的技术</translation>
    </message>
    <message>
        <source>Techniques that it introduced</source>
        <translation>首次提出的技术</translation>
    </message>
    <message>
        <source>Techniques that it uses</source>
        <translation>所使用的技术</translation>
    </message>
    <message>
        <source>Techniques that the person works on</source>
        <translation>此人研究的技术</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text of {source}</source>
        <translation>{source} 的文本</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md *.text)</source>
        <translation>文本 (*.txt *.md *.text)</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>the alias *{name} is not allowed; write the value out</source>
        <translation>不允许别名 *{name}；请直接写出值</translation>
    </message>
    <message>
        <source>the anchor &amp;{name} is not allowed; remove it</source>
        <translation>不允许锚点 &amp;{name}；请删除</translation>
    </message>
    <message>
        <source>the cell’s menu</source>
        <translation>单元格菜单</translation>
    </message>
    <message>
        <source>the cited lines are empty</source>
        <translation>所引用的行为空</translation>
    </message>
    <message>
        <source>the column “{name}” of its table “{table}” is missing</source>
        <translation>表“{table}”缺少列“{name}”</translation>
    </message>
    <message>
        <source>the column “{name}” of its table “{table}” is unknown</source>
        <translation>表“{table}”中有未知的列“{name}”</translation>
    </message>
    <message>
        <source>The competing values, the most precise of each side</source>
        <translation>相互竞争的值，取各方最精确的</translation>
    </message>
    <message>
        <source>the control character U+0000 is not allowed; remove it</source>
        <translation>不允许控制字符 U+0000；请删除</translation>
    </message>
    <message>
        <source>the control character U+{code:04X} is not allowed; remove it</source>
        <translation>不允许控制字符 U+{code:04X}；请删除</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>the date is empty; write for example 2024-03-04, Mar 2024 or unknown</source>
        <translation>日期为空；请写例如 2024-03-04、Mar 2024 或 unknown</translation>
    </message>
    <message>
        <source>The days in sight</source>
        <translation>所见日期</translation>
    </message>
    <message>
        <source>The disagreements could not be read</source>
        <translation>无法读取分歧</translation>
    </message>
    <message>
        <source>The disagreements could not be read: {error}</source>
        <translation>无法读取分歧：{error}</translation>
    </message>
    <message>
        <source>the disk cannot be read or written</source>
        <translation>磁盘无法读写</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The document that says it</source>
        <translation>说明此事的文献</translation>
    </message>
    <message>
        <source>The entity is no longer in this database.</source>
        <translation>该条目已不在此数据库中。</translation>
    </message>
    <message>
        <source>The entity was removed. Choose another row.</source>
        <translation>该条目已被删除。请选择其他行。</translation>
    </message>
    <message>
        <source>the file cannot be opened any more</source>
        <translation>文件无法再打开</translation>
    </message>
    <message>
        <source>the file has more than {most:,} values; split it</source>
        <translation>文件中的值超过 {most:,} 个；请拆分</translation>
    </message>
    <message>
        <source>the file holds a second document; remove the line “---”</source>
        <translation>文件中有第二个文档；请删除“---”行</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>the file is larger than {size} MB; split it</source>
        <translation>文件大于 {size} MB；请拆分</translation>
    </message>
    <message>
        <source>the file says the kind; remove it</source>
        <translation>种类已由文件说明；请删除</translation>
    </message>
    <message>
        <source>the filter has more than {most} parts; shorten it</source>
        <translation>筛选超过 {most} 个部分；请缩短</translation>
    </message>
    <message>
        <source>The filter hides the statements whose lines differ.</source>
        <translation>筛选隐藏了行文不一致的陈述。</translation>
    </message>
    <message>
        <source>the filter is longer than {most:,} characters; shorten it</source>
        <translation>筛选超过 {most:,} 个字符；请缩短</translation>
    </message>
    <message>
        <source>The filter is too long for a link; save the view instead.</source>
        <translation>筛选过长，无法写成链接；请改为保存视图。</translation>
    </message>
    <message>
        <source>The filter matches nothing.</source>
        <translation>没有符合筛选的内容。</translation>
    </message>
    <message>
        <source>the folder {folder} does not exist</source>
        <translation>文件夹 {folder} 不存在</translation>
    </message>
    <message>
        <source>the ground quotes nothing of the cited lines; put the words that it rests on between “ and ”</source>
        <translation>依据没有引述所引用行中的任何文字；请将其所依据的原文放在“与”之间</translation>
    </message>
    <message>
        <source>the ground quotes “{words}”, which is not in the cited lines</source>
        <translation>依据引述了“{words}”，但所引用的行中没有</translation>
    </message>
    <message>
        <source>The headings in it</source>
        <translation>其中的标题</translation>
    </message>
    <message>
        <source>The history of AI labs, with the source of every fact.</source>
        <translation>人工智能实验室的历史，每项事实皆有出处。</translation>
    </message>
    <message>
        <source>the interval ends before it starts; write {end}/{start}</source>
        <translation>时间段的终点早于起点；请写 {end}/{start}</translation>
    </message>
    <message>
        <source>The larger thing that it belongs to</source>
        <translation>所属的更大整体</translation>
    </message>
    <message>
        <source>The licence of the document</source>
        <translation>文献的许可证</translation>
    </message>
    <message>
        <source>The licence of the weights</source>
        <translation>权重的许可证</translation>
    </message>
    <message>
        <source>The licence that it is under</source>
        <translation>所采用的许可证</translation>
    </message>
    <message>
        <source>the line is indented with a tab; use spaces</source>
        <translation>该行以制表符缩进；请使用空格</translation>
    </message>
    <message>
        <source>The lineage could not be read</source>
        <translation>无法读取谱系</translation>
    </message>
    <message>
        <source>The link asks for something that this version does not know: {name}.</source>
        <translation>链接要求此版本所不识别的内容：{name}。</translation>
    </message>
    <message>
        <source>The link has a character in it that no text has.</source>
        <translation>链接中含有非文本字符。</translation>
    </message>
    <message>
        <source>The link is longer than {n} characters.</source>
        <translation>链接超过 {n} 个字符。</translation>
    </message>
    <message>
        <source>The link names no entity: an id has small letters, digits, dots, - and _.</source>
        <translation>链接未指明条目：ID 由小写字母、数字、点、- 和 _ 组成。</translation>
    </message>
    <message>
        <source>The link's filter is wrong: {problem}</source>
        <translation>链接中的筛选有误：{problem}</translation>
    </message>
    <message>
        <source>The link's zoom is wrong; it has the form timeline:2024-01-01..2024-06-30.</source>
        <translation>链接中的缩放有误；形式应为 timeline:2024-01-01..2024-06-30。</translation>
    </message>
    <message>
        <source>The manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>the mark’s menu</source>
        <translation>标记的菜单</translation>
    </message>
    <message>
        <source>the menu of a disagreement, or of a place in it</source>
        <translation>分歧的菜单，或其中某一处的菜单</translation>
    </message>
    <message>
        <source>the model’s menu, to filter and to fold</source>
        <translation>模型的菜单，用于筛选和折叠</translation>
    </message>
    <message>
        <source>the most exact date that fits the first one</source>
        <translation>与第一个相符且最精确的日期</translation>
    </message>
    <message>
        <source>The name in its own script</source>
        <translation>本民族文字的姓名</translation>
    </message>
    <message>
        <source>The network says: {reason}</source>
        <translation>网络提示：{reason}</translation>
    </message>
    <message>
        <source>the others are deprecated</source>
        <translation>其他均已弃用</translation>
    </message>
    <message>
        <source>the others are only inferred</source>
        <translation>其他仅为推断</translation>
    </message>
    <message>
        <source>The part after “?” cannot be read; it has the form filter=…&amp;perspective=….</source>
        <translation>无法读取“?”之后的部分；形式应为 filter=…&amp;perspective=…。</translation>
    </message>
    <message>
        <source>The people could not be read</source>
        <translation>无法读取人物</translation>
    </message>
    <message>
        <source>The person could not be read</source>
        <translation>无法读取该人物</translation>
    </message>
    <message>
        <source>the person shown</source>
        <translation>所显示的人物</translation>
    </message>
    <message>
        <source>The picture could not be made: {error}</source>
        <translation>无法生成图片：{error}</translation>
    </message>
    <message>
        <source>the picture could not be made; choose another ending</source>
        <translation>无法生成图片；请选择其他扩展名</translation>
    </message>
    <message>
        <source>The property that they disagree about</source>
        <translation>存在分歧的属性</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>代理服务器拒绝了连接。</translation>
    </message>
    <message>
        <source>The proxy was not found.</source>
        <translation>找不到代理服务器。</translation>
    </message>
    <message>
        <source>The publication that describes it</source>
        <translation>描述它的文献</translation>
    </message>
    <message>
        <source>the range is reversed or empty; write {high}..{low}</source>
        <translation>范围颠倒或为空；请写 {high}..{low}</translation>
    </message>
    <message>
        <source>The release that it came from</source>
        <translation>它所源自的发布</translation>
    </message>
    <message>
        <source>The release that it came from; the role says how</source>
        <translation>它所源自的发布；角色说明方式</translation>
    </message>
    <message>
        <source>The release that it is a size of</source>
        <translation>此规模所属的发布</translation>
    </message>
    <message>
        <source>The release that was derived</source>
        <translation>派生出的发布</translation>
    </message>
    <message>
        <source>The releases could not be read</source>
        <translation>无法读取发布</translation>
    </message>
    <message>
        <source>The rows of the table are</source>
        <translation>表格的行是</translation>
    </message>
    <message>
        <source>the saved filter cannot be read ({error}); save it anew</source>
        <translation>无法读取已保存的筛选（{error}）；请重新保存</translation>
    </message>
    <message>
        <source>The saved views could not be read. {problem} The file is kept as {file}.</source>
        <translation>无法读取已保存的视图。{problem}该文件已保留为 {file}。</translation>
    </message>
    <message>
        <source>the scale of a PNG is 1 to 4</source>
        <translation>PNG 的倍数为 1 到 4</translation>
    </message>
    <message>
        <source>The server answered {status} instead of a file.</source>
        <translation>服务器回应 {status}，而不是文件。</translation>
    </message>
    <message>
        <source>The server broke the connection off.</source>
        <translation>服务器中断了连接。</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>服务器拒绝了连接。</translation>
    </message>
    <message>
        <source>The server was not found; maybe there is no connection to the network.</source>
        <translation>找不到服务器；可能没有网络连接。</translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted, so nothing was read.</source>
        <translation>服务器的证书不受信任，因此没有读取任何内容。</translation>
    </message>
    <message>
        <source>The size variant</source>
        <translation>规模变体</translation>
    </message>
    <message>
        <source>The size variant that it is stated of</source>
        <translation>所陈述的规模变体</translation>
    </message>
    <message>
        <source>The size variant that was derived</source>
        <translation>派生出的规模变体</translation>
    </message>
    <message>
        <source>the source has {cited:,} lines, the text {n:,}</source>
        <translation>来源有 {cited:,} 行，文本有 {n:,} 行</translation>
    </message>
    <message>
        <source>The source is no longer in the database. Reload, and choose again.</source>
        <translation>该来源已不在数据库中。请重新加载后再选择。</translation>
    </message>
    <message>
        <source>The sources could not be read</source>
        <translation>无法读取来源</translation>
    </message>
    <message>
        <source>The statement is no longer in the database. Reload, and choose again.</source>
        <translation>该陈述已不在数据库中。请重新加载后再选择。</translation>
    </message>
    <message>
        <source>the tag {tag} is not allowed; remove it</source>
        <translation>不允许标签 {tag}；请删除</translation>
    </message>
    <message>
        <source>The team could not be read</source>
        <translation>无法读取团队</translation>
    </message>
    <message>
        <source>The text differs: {how}.</source>
        <translation>文本不一致：{how}。</translation>
    </message>
    <message>
        <source>the text has only {n} lines</source>
        <translation>文本只有 {n} 行</translation>
    </message>
    <message>
        <source>the text is not UTF-8; save the file in that encoding</source>
        <translation>文本不是 UTF-8；请以该编码保存文件</translation>
    </message>
    <message>
        <source>The text says what was cited of it.</source>
        <translation>文本与所引用的内容一致。</translation>
    </message>
    <message>
        <source>The time that it is about</source>
        <translation>所涉及的时间</translation>
    </message>
    <message>
        <source>The timeline could not be read</source>
        <translation>无法读取时间线</translation>
    </message>
    <message>
        <source>The title as printed</source>
        <translation>标题原文</translation>
    </message>
    <message>
        <source>The two are not related.</source>
        <translation>两者不相关。</translation>
    </message>
    <message>
        <source>The value as a date</source>
        <translation>作为日期的值</translation>
    </message>
    <message>
        <source>The value as a number</source>
        <translation>作为数字的值</translation>
    </message>
    <message>
        <source>The value as stated</source>
        <translation>陈述中的值</translation>
    </message>
    <message>
        <source>The value that tables show</source>
        <translation>表格所显示的值</translation>
    </message>
    <message>
        <source>The values could not be counted: {error}</source>
        <translation>无法统计各值：{error}</translation>
    </message>
    <message>
        <source>The version file is not there.</source>
        <translation>版本文件不存在。</translation>
    </message>
    <message>
        <source>The version file names no safe page to download from.</source>
        <translation>版本文件没有给出安全的下载页面。</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>整篇文献</translation>
    </message>
    <message>
        <source>the year is not clear; write it in full and first, as in 2024-03-04, or write 4 Mar 2024</source>
        <translation>年份不明确；请写完整年份并放在最前，如 2024-03-04，或写 4 Mar 2024</translation>
    </message>
    <message>
        <source>the zoom of {name} lies outside the calendar, so other days are shown.</source>
        <translation>{name} 的缩放超出日历范围，因此显示其他日期。</translation>
    </message>
    <message>
        <source>the zoom of {view} is not [first day, last day]</source>
        <translation>{view} 的缩放不是 [首日, 末日]</translation>
    </message>
    <message>
        <source>Then by {field}, ascending</source>
        <translation>再按{field}升序排列</translation>
    </message>
    <message>
        <source>Then by {field}, descending</source>
        <translation>再按{field}降序排列</translation>
    </message>
    <message>
        <source>There are no refinements</source>
        <translation>没有细化</translation>
    </message>
    <message>
        <source>There are no releases.</source>
        <translation>没有发布。</translation>
    </message>
    <message>
        <source>There are no sources</source>
        <translation>没有来源</translation>
    </message>
    <message>
        <source>There are no {things} yet.</source>
        <translation>还没有{things}。</translation>
    </message>
    <message>
        <source>there is no column {keys}, so none is shown.</source>
        <translation>没有列 {keys}，因此不显示。</translation>
    </message>
    <message>
        <source>there is no column “{key}” to sort by, so that key is passed over.</source>
        <translation>没有可用来排序的列“{key}”，因此忽略该排序键。</translation>
    </message>
    <message>
        <source>There is no edit {number} to undo.</source>
        <translation>没有可撤销的编辑 {number}。</translation>
    </message>
    <message>
        <source>there is no memory for {wide} × {high} pixels; choose less</source>
        <translation>内存不足以生成 {wide} × {high} 像素；请选择较小的尺寸</translation>
    </message>
    <message>
        <source>there is no month {part}; write 01 to 12, or for two years {digits}/{next}</source>
        <translation>没有 {part} 月；请写 01 到 12，表示两个年份时写 {digits}/{next}</translation>
    </message>
    <message>
        <source>there is no perspective “{name}”, so {first} is shown.</source>
        <translation>没有布局“{name}”，因此显示“{first}”。</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>there is no such month; write the year first, as in 2024-03-04</source>
        <translation>没有这个月份；请把年份写在最前，如 2024-03-04</translation>
    </message>
    <message>
        <source>there is no year -0000; the year before 0001 is written 0000</source>
        <translation>没有 -0000 年；0001 年的前一年写作 0000</translation>
    </message>
    <message>
        <source>there is no year of four digits</source>
        <translation>没有四位数的年份</translation>
    </message>
    <message>
        <source>There is none: nothing can be written in {path}.</source>
        <translation>没有日志：{path} 无法写入。</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>This build of Labline knows no address to ask for newer versions, so it never asks. You find them where you have Labline from.</source>
        <translation>此版本的 Labline 没有可询问新版本的网址，因此从不询问。新版本请到您获取 Labline 的地方查找。</translation>
    </message>
    <message>
        <source>This database has none, and cannot be changed here. {reason}</source>
        <translation>此数据库中还没有发布，且无法在此更改。{reason}</translation>
    </message>
    <message>
        <source>This database has none. Import a dossier or a table (CSV, TSV): here, or after closing this window with the command {command}</source>
        <translation>此数据库中还没有发布。请导入资料集或表格（CSV、TSV）：在此导入，或关闭此窗口后使用命令 {command}</translation>
    </message>
    <message>
        <source>This database names nobody.</source>
        <translation>此数据库中没有人物。</translation>
    </message>
    <message>
        <source>This is a link. Enter opens it.</source>
        <translation>这是一个链接。按 Enter 打开。</translation>
    </message>
    <message>
        <source>this is not understood as a date</source>
        <translation>无法识别为日期</translation>
    </message>
    <message>
        <source>this is not YAML ({problem}); check indentation, quotes and brackets</source>
        <translation>这不是 YAML（{problem}）；请检查缩进、引号和括号</translation>
    </message>
    <message>
        <source>This is what the last session could still write down. It says where the program was, holds no data and nothing that you typed, and is sent nowhere: copy or save it if you want to tell the developers.</source>
        <translation>这是上次运行时仍能写下的内容。它说明程序当时所在的位置，不含任何数据，也不含您输入的内容，并且不会发送到任何地方：如果您想告诉开发者，请复制或保存它。</translation>
    </message>
    <message>
        <source>this joins nothing; write several values with commas: org:A,B; or quote it: {text}</source>
        <translation>这里不能这样连接；请用逗号写多个值：org:A,B；或加上引号：{text}</translation>
    </message>
    <message>
        <source>This Labline does not know its own version.</source>
        <translation>此 Labline 不知道自己的版本。</translation>
    </message>
    <message>
        <source>this quote is never closed; add a quote after the text</source>
        <translation>引号没有闭合；请在文字后加上引号</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Timeline, {years}</source>
        <translation>时间线，{years}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to {date}</source>
        <translation>至{date}</translation>
    </message>
    <message>
        <source>to {number}</source>
        <translation>不大于 {number}</translation>
    </message>
    <message>
        <source>To: a person, a model, anything</source>
        <translation>到：人物、模型或任何条目</translation>
    </message>
    <message>
        <source>Tokens that it reads at once</source>
        <translation>一次可读取的词元数</translation>
    </message>
    <message>
        <source>Tokens that it was trained on</source>
        <translation>训练所用的词元数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Total parameters</source>
        <translation>总参数量</translation>
    </message>
    <message>
        <source>Total parameters by date</source>
        <translation>总参数量随日期的变化</translation>
    </message>
    <message>
        <source>Total parameters of its largest variant</source>
        <translation>最大变体的总参数量</translation>
    </message>
    <message>
        <source>Total parameters of one size variant</source>
        <translation>单个规模变体的总参数量</translation>
    </message>
    <message>
        <source>trained on its outputs</source>
        <translation>用它的输出训练</translation>
    </message>
    <message>
        <source>trained on outputs</source>
        <translation>用输出训练</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>训练费用</translation>
    </message>
    <message>
        <source>Training tokens</source>
        <translation>训练词元数</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>two variants have the id “{id}”; change one</source>
        <translation>两个变体的 ID 都是“{id}”；请更改其一</translation>
    </message>
    <message>
        <source>Type a name in any spelling, or what you want to do.</source>
        <translation>输入任意写法的名称，或想做的事情。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>typed first, finds commands alone</source>
        <translation>首先输入此符号则只查找命令</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>uncertain and approximate</source>
        <translation>存疑且大约</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {edit}</source>
        <translation>已撤销：{edit}</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message numerus="yes">
        <source>Unfold {n:,} descendants</source>
        <extracomment>For one: Unfold {n:,} descendant</extracomment>
        <translation><numerusform>展开 {n:,} 个后代</numerusform></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit of the number</source>
        <translation>数值的单位</translation>
    </message>
    <message>
        <source>Unit of the numbers</source>
        <translation>数值的单位</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown – {date}</source>
        <translation>未知 – {date}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>至{date}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至{day}</translation>
    </message>
    <message>
        <source>up to {date}</source>
        <translation>截至{date}</translation>
    </message>
    <message>
        <source>up to {number}</source>
        <translation>不大于 {number}</translation>
    </message>
    <message>
        <source>Update Labline, or choose another file.</source>
        <translation>请更新 Labline，或选择其他文件。</translation>
    </message>
    <message>
        <source>&amp;Updates…</source>
        <translation>更新(&amp;U)…</translation>
    </message>
    <message>
        <source>Updates – Labline</source>
        <translation>更新 – Labline</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Utilization</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value as a date</source>
        <translation>日期值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>values are nested more than {most} deep; flatten them</source>
        <translation>值的嵌套超过 {most} 层；请减少嵌套</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>variant of it</source>
        <translation>其变体</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>发表处</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>version {given} of the format is newer than this program reads ({format}); update Labline</source>
        <translation>格式版本 {given} 比此程序所能读取的 ({format}) 新；请更新 Labline</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>View {n}</source>
        <translation>视图 {n}</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What came is no version file.</source>
        <translation>收到的不是版本文件。</translation>
    </message>
    <message>
        <source>What distinguishes it</source>
        <translation>与众不同之处</translation>
    </message>
    <message>
        <source>What distinguishes it, in our own words</source>
        <translation>与众不同之处，用我们自己的话表述</translation>
    </message>
    <message>
        <source>What is claimed of it, in our own words</source>
        <translation>关于它的论断，用我们自己的话表述</translation>
    </message>
    <message>
        <source>What is stated</source>
        <translation>所陈述的内容</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>所涉及的内容</translation>
    </message>
    <message>
        <source>What it is stated of</source>
        <translation>所陈述的对象</translation>
    </message>
    <message>
        <source>What it is, in our own words</source>
        <translation>是什么，用我们自己的话表述</translation>
    </message>
    <message>
        <source>What it made</source>
        <translation>所制作的内容</translation>
    </message>
    <message>
        <source>What it published</source>
        <translation>所发表的内容</translation>
    </message>
    <message>
        <source>What it reads or writes</source>
        <translation>读取或生成的内容</translation>
    </message>
    <message>
        <source>What it reads or writes: text, code, vision, image generation …</source>
        <translation>读取或生成的内容：文本、代码、视觉、图像生成 ……</translation>
    </message>
    <message>
        <source>What of the person</source>
        <translation>人物的内容</translation>
    </message>
    <message>
        <source>What sort of event</source>
        <translation>事件的类别</translation>
    </message>
    <message>
        <source>What sort of organization</source>
        <translation>机构的类别</translation>
    </message>
    <message>
        <source>What sort of publication</source>
        <translation>文献的类别</translation>
    </message>
    <message>
        <source>What sort of technique</source>
        <translation>技术的类别</translation>
    </message>
    <message>
        <source>What sort of thing it is</source>
        <translation>所属的类别</translation>
    </message>
    <message>
        <source>What sources disagree about</source>
        <translation>来源存在分歧的对象</translation>
    </message>
    <message>
        <source>What sources say that it cost</source>
        <translation>来源所述的费用</translation>
    </message>
    <message>
        <source>What the filter keeps, with parents and children</source>
        <translation>筛选保留的内容及其上一级和下一级</translation>
    </message>
    <message>
        <source>What the person contributed to; the role says how</source>
        <translation>此人的贡献对象；角色说明方式</translation>
    </message>
    <message>
        <source>What the person did for it</source>
        <translation>此人所做的工作</translation>
    </message>
    <message>
        <source>What training cost; the role says of which part</source>
        <translation>训练费用；角色说明属于哪一部分</translation>
    </message>
    <message>
        <source>What was brushed is part of the filter now: {clause}.</source>
        <translation>刷选的范围现已成为筛选的一部分：{clause}。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was founded</source>
        <translation>成立的时间</translation>
    </message>
    <message>
        <source>When it was incorporated</source>
        <translation>注册的时间</translation>
    </message>
    <message>
        <source>When it was released, published, built or happened</source>
        <translation>发布、发表、建成或发生的时间</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Where it is based</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Where it was first used</source>
        <translation>首次使用之处</translation>
    </message>
    <message>
        <source>Where the document says so</source>
        <translation>文献中的位置</translation>
    </message>
    <message>
        <source>Where the person worked or studied</source>
        <translation>此人工作或就学的机构</translation>
    </message>
    <message>
        <source>Where the person worked or studied, as what and when</source>
        <translation>此人工作或就学的机构、身份和时间</translation>
    </message>
    <message>
        <source>Where the person worked or studied; the role says as what</source>
        <translation>此人工作或就学的机构；角色说明身份</translation>
    </message>
    <message>
        <source>Whether the attached text says so at the cited lines</source>
        <translation>附加的文本在所引用的行是否这样说</translation>
    </message>
    <message>
        <source>Whether the source writes the family name first or last</source>
        <translation>来源中姓在前还是在后</translation>
    </message>
    <message>
        <source>Whether the weights can be downloaded</source>
        <translation>权重是否可以下载</translation>
    </message>
    <message>
        <source>Who founded it</source>
        <translation>由谁创立</translation>
    </message>
    <message>
        <source>Who introduced it</source>
        <translation>由谁提出</translation>
    </message>
    <message>
        <source>Who made it</source>
        <translation>由谁制作</translation>
    </message>
    <message>
        <source>Who owns it; the role says through what</source>
        <translation>由谁拥有；角色说明方式</translation>
    </message>
    <message>
        <source>Who published it</source>
        <translation>由谁发表</translation>
    </message>
    <message>
        <source>Who supervised or mentored the person</source>
        <translation>由谁指导</translation>
    </message>
    <message>
        <source>Who worked on one of them</source>
        <translation>参与其中之一的人</translation>
    </message>
    <message>
        <source>Who worked or studied there</source>
        <translation>在此工作或就学的人员</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>由谁撰写</translation>
    </message>
    <message>
        <source>Why it is inferred, preferred or deprecated</source>
        <translation>推断、首选或弃用的理由</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬季</translation>
    </message>
    <message>
        <source>with Ctrl</source>
        <translation>按住 Ctrl</translation>
    </message>
    <message>
        <source>with Shift</source>
        <translation>按住 Shift</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Without a date: {shown:,} of {total:,}</source>
        <translation>无日期：{total:,} 个中的 {shown:,} 个</translation>
    </message>
    <message>
        <source>Without organization</source>
        <translation>无机构</translation>
    </message>
    <message>
        <source>Without person</source>
        <translation>无人物</translation>
    </message>
    <message>
        <source>Without technique</source>
        <translation>无技术</translation>
    </message>
    <message>
        <source>words need some text</source>
        <translation>需要一些文字</translation>
    </message>
    <message>
        <source>Words that you or an importer attached</source>
        <translation>由您或导入程序附加的词</translation>
    </message>
    <message>
        <source>Worked on the same</source>
        <translation>共同参与</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>合作者</translation>
    </message>
    <message>
        <source>write a space or a comma before this, or quote the whole value of “{key}:”</source>
        <translation>请在此前加空格或逗号，或将“{key}:”的整个值加引号</translation>
    </message>
    <message>
        <source>write for example 2024-03-04, 4 Mar 2024, Mar 2024, Q1 2024, 2024, about 2024 or 2023/2024</source>
        <translation>请写例如 2024-03-04、4 Mar 2024、Mar 2024、Q1 2024、2024、about 2024 或 2023/2024</translation>
    </message>
    <message>
        <source>write for example {key}:date</source>
        <translation>请写例如 {key}:date</translation>
    </message>
    <message>
        <source>write the release to start from: its name or its id</source>
        <translation>请写作为起点的发布：名称或 ID</translation>
    </message>
    <message>
        <source>write the sign after “{key}:” once: &gt;, &gt;=, &lt;, &lt;= or =</source>
        <translation>“{key}:”之后的符号只写一次：&gt;、&gt;=、&lt;、&lt;= 或 =</translation>
    </message>
    <message>
        <source>write {both} for two years, {part} for part of one</source>
        <translation>表示两个年份请写 {both}，表示一年中的一部分请写 {part}</translation>
    </message>
    <message>
        <source>X stands for unknown last digits only; write 201X, 20XX, 2023-XX or 2023-05-XX</source>
        <translation>X 只代表末尾的未知数字；请写 201X、20XX、2023-XX 或 2023-05-XX</translation>
    </message>
    <message>
        <source>Yearly revenue</source>
        <translation>年收入</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>You have the newest version, {own}.</source>
        <translation>您使用的是最新版本 {own}。</translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation>您无权读取它</translation>
    </message>
    <message>
        <source>you may not write in the folder {folder}</source>
        <translation>您无权写入文件夹 {folder}</translation>
    </message>
    <message>
        <source>you may not write there, or another program has it open; close it or choose another folder</source>
        <translation>您无权写入那里，或其他程序已打开它；请关闭它或选择其他文件夹</translation>
    </message>
    <message>
        <source>You see the dossier about DeepSeek that comes with Labline.</source>
        <translation>这是自带的 DeepSeek 资料集。</translation>
    </message>
    <message>
        <source>Your data lies in {folder}. Nothing of it leaves your computer.</source>
        <translation>您的数据位于 {folder}，不会离开您的计算机。</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>zoom in or out, about the current mark</source>
        <translation>以当前标记为中心放大或缩小</translation>
    </message>
    <message>
        <source>zoom in or out, about the current model</source>
        <translation>以当前模型为中心放大或缩小</translation>
    </message>
    <message>
        <source>zoom in or out, or show all</source>
        <translation>放大、缩小或显示全部</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>{child} ← {parent}</source>
        <translation>{child} ← {parent}</translation>
    </message>
    <message>
        <source>{clause} (or possibly so)</source>
        <translation>{clause}（含可能符合的）</translation>
    </message>
    <message>
        <source>{clause} (unknown stays)</source>
        <translation>{clause}（保留未知）</translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>{count}：{names}</translation>
    </message>
    <message>
        <source>{date} (day unknown)</source>
        <translation>{date}（日不详）</translation>
    </message>
    <message>
        <source>{date} (month and day unknown)</source>
        <translation>{date}（月、日不详）</translation>
    </message>
    <message>
        <source>{date} (month unknown)</source>
        <translation>{date}（月不详）</translation>
    </message>
    <message>
        <source>{date} (uncertain)</source>
        <translation>{date}（存疑）</translation>
    </message>
    <message>
        <source>{date} – unknown</source>
        <translation>{date} – 未知</translation>
    </message>
    <message>
        <source>{date}, uncertain</source>
        <translation>{date}，存疑</translation>
    </message>
    <message>
        <source>{date}, {edit}: {done}</source>
        <translation>{date}，{edit}：{done}</translation>
    </message>
    <message>
        <source>{days} ({rough})</source>
        <translation>{days}（{rough}）</translation>
    </message>
    <message>
        <source>{day}</source>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month}{day}日</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
    <message>
        <source>{digits}-{part} is a part of a year and takes no day; write {digits}-{part}</source>
        <translation>{digits}-{part} 是一年中的一部分，不带日；请写 {digits}-{part}</translation>
    </message>
    <message>
        <source>{edit}: done; Ctrl+Z takes it back.</source>
        <translation>{edit}：已完成；按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>{error}; free some space or choose another folder</source>
        <translation>{error}；请腾出一些空间或选择其他文件夹</translation>
    </message>
    <message>
        <source>{facts}, each told by one source alone</source>
        <translation>{facts}，均只有一个来源</translation>
    </message>
    <message>
        <source>{facts}, {n} of them told by one source alone</source>
        <translation>{facts}，其中 {n} 项只有一个来源</translation>
    </message>
    <message>
        <source>{fault}; leave the cell empty if it is unknown</source>
        <translation>{fault}；如果未知，请将单元格留空</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>{fields} 已更改</translation>
    </message>
    <message>
        <source>{field} copied.</source>
        <translation>已复制{field}。</translation>
    </message>
    <message>
        <source>{field} is known</source>
        <translation>{field}已知</translation>
    </message>
    <message>
        <source>{field} is not {values}</source>
        <translation>{field}不是：{values}</translation>
    </message>
    <message>
        <source>{field} is unknown</source>
        <translation>{field}未知</translation>
    </message>
    <message>
        <source>{field} is {values}</source>
        <translation>{field}：{values}</translation>
    </message>
    <message>
        <source>{field} not {range}</source>
        <translation>排除：{field}{range}</translation>
    </message>
    <message>
        <source>{field} {range}</source>
        <translation>{field}{range}</translation>
    </message>
    <message>
        <source>{field}, folded</source>
        <translation>{field}，已折叠</translation>
    </message>
    <message>
        <source>{field}, unfolded</source>
        <translation>{field}，已展开</translation>
    </message>
    <message>
        <source>{field}, unknown</source>
        <translation>{field}，未知</translation>
    </message>
    <message>
        <source>{field}, {end}</source>
        <translation>{field}，{end}</translation>
    </message>
    <message>
        <source>{field}: nothing is called “{value}”.</source>
        <translation>{field}：没有名为“{value}”的内容。</translation>
    </message>
    <message>
        <source>{file} cannot be used: {problem}</source>
        <translation>无法使用 {file}：{problem}</translation>
    </message>
    <message>
        <source>{file}, view {n} “{name}”: {problem}</source>
        <translation>{file}，第 {n} 个视图“{name}”：{problem}</translation>
    </message>
    <message>
        <source>{file}, {n:,} lines</source>
        <translation>{file}，{n:,} 行</translation>
    </message>
    <message>
        <source>{file}:{line}: column {column}: {problem}</source>
        <translation>{file}:{line}: {column} 列：{problem}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message numerus="yes">
        <source>{low:,} to {n:,} days apart</source>
        <extracomment>For one: {low:,} to {n:,} day apart</extracomment>
        <translation><numerusform>相差 {low:,} 到 {n:,} 天</numerusform></translation>
    </message>
    <message>
        <source>{lower} {upper}</source>
        <translation>{lower}，{upper}</translation>
    </message>
    <message numerus="yes">
        <source>{matching:,} of {n:,} releases</source>
        <extracomment>For one: {matching:,} of {n:,} release</extracomment>
        <translation><numerusform>{n:,} 个发布中的 {matching:,} 个</numerusform></translation>
    </message>
    <message>
        <source>{mistake}. Still showing: {filter}.</source>
        <translation>{mistake}。仍显示：{filter}。</translation>
    </message>
    <message>
        <source>{month} has no day {day}; write 01 to {length}, or {digits}-{part} for the whole month</source>
        <translation>{month} 没有 {day} 日；请写 01 到 {length}，表示整月时写 {digits}-{part}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} children</source>
        <extracomment>For one: {n:,} child</extracomment>
        <translation><numerusform>{n:,} 个派生发布</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} citations are not in their lines</source>
        <extracomment>For one: {n:,} citation is not in its lines</extracomment>
        <translation><numerusform>{n:,} 条引用不在所引的行中</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} cycles</source>
        <extracomment>For one: {n:,} cycle</extracomment>
        <translation><numerusform>{n:,} 个循环</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} dated</source>
        <extracomment>For one: {n:,} dated</extracomment>
        <translation><numerusform>{n:,} 个有日期</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} days apart</source>
        <extracomment>For one: {n:,} day apart</extracomment>
        <translation><numerusform>相差 {n:,} 天</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} earlier</source>
        <extracomment>For one: {n:,} earlier</extracomment>
        <translation><numerusform>更早 {n:,} 项</numerusform></translation>
    </message>
    <message>
        <source>{n:,} hidden by the filter</source>
        <translation>{n:,} 个被筛选隐藏</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lanes are left out: the filter shows nothing of them.</source>
        <extracomment>For one: {n:,} lane is left out: the filter shows nothing of it.</extracomment>
        <translation><numerusform>{n:,} 条泳道未列出：筛选不显示其中任何内容。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} later</source>
        <extracomment>For one: {n:,} later</extracomment>
        <translation><numerusform>更晚 {n:,} 项</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} marks</source>
        <extracomment>For one: {n:,} mark</extracomment>
        <translation><numerusform>{n:,} 个标记</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} models</source>
        <extracomment>For one: {n:,} model</extracomment>
        <translation><numerusform>{n:,} 个模型</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} of other kinds</source>
        <extracomment>For one: {n:,} of another kind</extracomment>
        <translation><numerusform>{n:,} 个其他种类</numerusform></translation>
    </message>
    <message>
        <source>{n:,} of them inferred</source>
        <translation>其中 {n:,} 个为推断</translation>
    </message>
    <message>
        <source>{n:,} of {every}</source>
        <translation>{n:,} / {every}</translation>
    </message>
    <message>
        <source>{n:,} of {total:,}</source>
        <translation>{n:,} / {total:,}</translation>
    </message>
    <message>
        <source>{n:,} of {total:,} {things} written</source>
        <translation>已写入 {n:,} / {total:,} 个{things}</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} parents</source>
        <extracomment>For one: {n:,} parent</extracomment>
        <translation><numerusform>{n:,} 个来源发布</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} people listed</source>
        <extracomment>For one: {n:,} person listed</extracomment>
        <translation><numerusform>列出 {n:,} 人</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} people worked on them</source>
        <extracomment>For one: {n:,} person worked on them</extracomment>
        <translation><numerusform>{n:,} 人参与</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} people worked on {some:,} of them</source>
        <extracomment>For one: {n:,} person worked on {some:,} of them</extracomment>
        <translation><numerusform>{n:,} 人参与了其中 {some:,} 个</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} relations</source>
        <extracomment>For one: {n:,} relation</extracomment>
        <translation><numerusform>{n:,} 个关系</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} releases that the filter shows</source>
        <extracomment>For one: {n:,} release that the filter shows</extracomment>
        <translation><numerusform>筛选所显示的 {n:,} 个发布</numerusform></translation>
    </message>
    <message>
        <source>{n:,} rows are too many to copy; choose at most {most:,}.</source>
        <translation>{n:,} 行太多，无法复制；请最多选择 {most:,} 行。</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} rows copied.</source>
        <extracomment>For one: {n:,} row copied.</extracomment>
        <translation><numerusform>已复制 {n:,} 行。</numerusform></translation>
    </message>
    <message>
        <source>{n:,} selected</source>
        <translation>已选择 {n:,} 个</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} selected releases</source>
        <extracomment>For one: {n:,} selected release</extracomment>
        <translation><numerusform>所选的 {n:,} 个发布</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} times that no source dates</source>
        <extracomment>For one: {n:,} time that no source dates</extracomment>
        <translation><numerusform>{n:,} 段经历没有来源给出日期</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} without a date are missing</source>
        <extracomment>For one: {n:,} without a date is missing</extracomment>
        <translation><numerusform>缺 {n:,} 个无日期的条目</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} without a day</source>
        <extracomment>For one: {n:,} without a day</extracomment>
        <translation><numerusform>{n:,} 个未精确到日</numerusform></translation>
    </message>
    <message>
        <source>{n:,} {things} written to {path}</source>
        <translation>已将 {n:,} 个{things}写入 {path}</translation>
    </message>
    <message>
        <source>{name} does not exist</source>
        <translation>{name} 不存在</translation>
    </message>
    <message>
        <source>{name}: the more two share, the thicker the line</source>
        <translation>{name}：两人共同之处越多，连线越粗</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <source>{nth} century</source>
        <translation>{nth}世纪</translation>
    </message>
    <message>
        <source>{nth} third of {year}</source>
        <translation>{year}年第{nth}个三分之一</translation>
    </message>
    <message>
        <source>{n} apart</source>
        <translation>相差 {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} before or after these days</source>
        <extracomment>For one: {n} before or after these days</extracomment>
        <translation><numerusform>{n} 个在此时段之外</numerusform></translation>
    </message>
    <message>
        <source>{n} cells, but the header has {wanted}; check quotes and separators</source>
        <translation>有 {n} 个单元格，而表头有 {wanted} 个；请检查引号和分隔符</translation>
    </message>
    <message numerus="yes">
        <source>{n} claims</source>
        <extracomment>For one: {n} claim</extracomment>
        <translation><numerusform>{n} 条说法</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} columns</source>
        <extracomment>For one: {n} column</extracomment>
        <translation><numerusform>{n} 列</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} facts</source>
        <extracomment>For one: {n} fact</extracomment>
        <translation><numerusform>{n} 项事实</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} found</source>
        <extracomment>For one: {n} found</extracomment>
        <translation><numerusform>找到 {n} 个</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <extracomment>For one: {n} line</extracomment>
        <translation><numerusform>{n} 行</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} lines copied.</source>
        <extracomment>For one: {n} line copied.</extracomment>
        <translation><numerusform>已复制 {n} 行。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} more parts cannot be shown.</source>
        <extracomment>For one: {n} more part cannot be shown.</extracomment>
        <translation><numerusform>另有 {n} 个部分无法显示。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} more were left out.</source>
        <extracomment>For one: {n} more was left out.</extracomment>
        <translation><numerusform>另有 {n} 个未导入。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} not dated to a month: below the bars</source>
        <extracomment>For one: {n} not dated to a month: below the bars</extracomment>
        <translation><numerusform>{n} 个日期未精确到月：见柱形下方</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} of nothing, not drawn</source>
        <extracomment>For one: {n} of nothing, not drawn</extracomment>
        <translation><numerusform>{n} 个费用为零，未绘出</numerusform></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} / {total}</translation>
    </message>
    <message>
        <source>{n} of {total} claims pass the filter</source>
        <translation>{total} 条说法中 {n} 条通过筛选</translation>
    </message>
    <message>
        <source>{n} per cent apart</source>
        <translation>相差 {n}%</translation>
    </message>
    <message>
        <source>{n} percentage points apart</source>
        <translation>相差 {n} 个百分点</translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <extracomment>For one: {n} place</extracomment>
        <translation><numerusform>{n} 处</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} shared credits</source>
        <extracomment>For one: {n} shared credit</extracomment>
        <translation><numerusform>{n} 个共同署名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} statements added</source>
        <extracomment>For one: {n} statement added</extracomment>
        <translation><numerusform>添加了 {n} 条陈述</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} statements changed</source>
        <extracomment>For one: {n} statement changed</extracomment>
        <translation><numerusform>更改了 {n} 条陈述</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} statements removed</source>
        <extracomment>For one: {n} statement removed</extracomment>
        <translation><numerusform>删除了 {n} 条陈述</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} that sources disagree about</source>
        <extracomment>For one: {n} that sources disagree about</extracomment>
        <translation><numerusform>{n} 项来源存在分歧</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} views exported to {file}.</source>
        <extracomment>For one: {n} view exported to {file}.</extracomment>
        <translation><numerusform>已将 {n} 个视图导出到 {file}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} views imported.</source>
        <extracomment>For one: {n} view imported.</extracomment>
        <translation><numerusform>已导入 {n} 个视图。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} views were deleted.</source>
        <extracomment>For one: {n} view was deleted.</extracomment>
        <translation><numerusform>已删除 {n} 个视图。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} were there already.</source>
        <extracomment>For one: {n} was there already.</extracomment>
        <translation><numerusform>{n} 个原已存在。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} without a date</source>
        <extracomment>For one: {n} without a date</extracomment>
        <translation><numerusform>{n} 个无日期</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} without a known size</source>
        <extracomment>For one: {n} without a known size</extracomment>
        <translation><numerusform>{n} 个规模未知</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} without either, not drawn</source>
        <extracomment>For one: {n} without either, not drawn</extracomment>
        <translation><numerusform>{n} 个两者皆无，未绘出</numerusform></translation>
    </message>
    <message>
        <source>{n} {things}</source>
        <translation>{n} 个{things}</translation>
    </message>
    <message>
        <source>{n} × {word}</source>
        <translation>{n} × {word}</translation>
    </message>
    <message>
        <source>{n}nd</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n}rd</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n}st</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n}th</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} 或 {other}</translation>
    </message>
    <message>
        <source>{path} cannot be changed. {reason}</source>
        <translation>{path} 无法更改。{reason}</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {wrong}. {advice}</source>
        <translation>无法打开 {path}：{wrong}。{advice}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}</source>
        <translation>无法读取 {path}：{error}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path} exists already. Exporting replaces what is in it.</source>
        <translation>{path} 已存在。导出将替换其中的内容。</translation>
    </message>
    <message>
        <source>{path} is closed. Open it again.</source>
        <translation>{path} 已关闭。请重新打开。</translation>
    </message>
    <message>
        <source>{path} is larger than {n} MB; split it</source>
        <translation>{path} 大于 {n} MB；请拆分</translation>
    </message>
    <message>
        <source>{path} is larger than {size} MiB; split it into several files</source>
        <translation>{path} 大于 {size} MiB；请拆分为多个文件</translation>
    </message>
    <message>
        <source>{path} is no text: it has bytes of zero; save the document as plain text</source>
        <translation>{path} 不是文本：含有零字节；请将文献保存为纯文本</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}</source>
        <translation>未写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path} was written, its description was not: {description} and {target} are not Labline's; move one of them or choose another folder</source>
        <translation>已写入 {path}，但未写入其说明：{description} 和 {target} 不属于 Labline；请移走其中之一或选择其他文件夹</translation>
    </message>
    <message>
        <source>{path}: the query was stopped. Run it again if you need its answer.</source>
        <translation>{path}：查询已停止。如需结果请重新运行。</translation>
    </message>
    <message>
        <source>{path}: {wrong} ({error}). {advice}</source>
        <translation>{path}：{wrong}（{error}）。{advice}</translation>
    </message>
    <message>
        <source>{path}:1: no column “name”; every row needs one</source>
        <translation>{path}:1: 没有“name”列；每一行都需要它</translation>
    </message>
    <message>
        <source>{path}:1: “{name}” is no column of {kind}; the columns are {known}</source>
        <translation>{path}:1: “{name}”不是 {kind} 的列；可用的列有 {known}</translation>
    </message>
    <message>
        <source>{path}:{begin}: {error}; check the quotes on this line</source>
        <translation>{path}:{begin}: {error}；请检查此行的引号</translation>
    </message>
    <message>
        <source>{path}:{line}: a NUL byte: this is no text file, or it is UTF-16; save it as UTF-8</source>
        <translation>{path}:{line}: 有 NUL 字节：这不是文本文件，或是 UTF-16；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>{path}:{line}: not UTF-8; save the file with the encoding UTF-8</source>
        <translation>{path}:{line}: 不是 UTF-8；请以 UTF-8 编码保存文件</translation>
    </message>
    <message>
        <source>{place}: not UTF-8; save the file with that encoding</source>
        <translation>{place}: 不是 UTF-8；请以该编码保存文件</translation>
    </message>
    <message>
        <source>{problem}; {advice}</source>
        <translation>{problem}；{advice}</translation>
    </message>
    <message>
        <source>{property} of {variant}</source>
        <translation>{variant} 的{property}</translation>
    </message>
    <message>
        <source>{reason} The folder is {folder}.</source>
        <translation>{reason}文件夹是 {folder}。</translation>
    </message>
    <message>
        <source>{releases}: {people}</source>
        <translation>{releases}：{people}</translation>
    </message>
    <message>
        <source>{roles} (paper)</source>
        <translation>{roles}（论文）</translation>
    </message>
    <message>
        <source>{said} ({parts})</source>
        <translation>{said}（{parts}）</translation>
    </message>
    <message>
        <source>{season} {year}</source>
        <translation>{year}年{season}</translation>
    </message>
    <message numerus="yes">
        <source>{shown:,} of {n:,} statements</source>
        <extracomment>For one: {shown:,} of {n:,} statement</extracomment>
        <translation><numerusform>显示 {shown:,} / {n:,} 条陈述</numerusform></translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} marks shown</source>
        <translation>显示 {shown:,} / {total:,} 个标记</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} shown</source>
        <translation>显示 {shown:,} / {total:,} 个</translation>
    </message>
    <message>
        <source>{shown}, {n:,} more left out</source>
        <translation>{shown}，另有 {n:,} 个未列出</translation>
    </message>
    <message>
        <source>{shown}is not an id; use small letters, digits, “.”, “_” and “-”, starting with a letter or digit</source>
        <translation>{shown}不是 ID；请使用小写字母、数字、“.”、“_”和“-”，以字母或数字开头</translation>
    </message>
    <message>
        <source>{shown}is not possible; write {expected}</source>
        <translation>{shown}不可用；请写 {expected}</translation>
    </message>
    <message>
        <source>{table} had {count} rows and would have {left}</source>
        <translation>{table} 原有 {count} 行，更新后将为 {left}</translation>
    </message>
    <message>
        <source>{taken}: no text has it as typed.</source>
        <translation>{taken}：没有与输入完全相同的文字。</translation>
    </message>
    <message>
        <source>{text}: a date has at most {most} characters; shorten it</source>
        <translation>{text}：日期最多 {most} 个字符；请缩短</translation>
    </message>
    <message>
        <source>{things} and {last}</source>
        <translation>{things}和 {last}</translation>
    </message>
    <message>
        <source>{values} or {last}</source>
        <translation>{values} 或 {last}</translation>
    </message>
    <message>
        <source>{value}, sources disagree</source>
        <translation>{value}，来源存在分歧</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day}日 {weekday}</translation>
    </message>
    <message>
        <source>{when}: {n} of {total}</source>
        <translation>{when}：{n} / {total}</translation>
    </message>
    <message>
        <source>{who}: {reason}</source>
        <translation>{who}：{reason}</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}。</translation>
    </message>
    <message>
        <source>{wide} × {high} pixels are too many; choose a smaller size or scale</source>
        <translation>{wide} × {high} 像素过多；请选择较小的尺寸或倍数</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}年代</translation>
    </message>
    <message>
        <source>“is:” is {values} or {last}</source>
        <translation>“is:”的值为 {values} 或 {last}</translation>
    </message>
    <message>
        <source>“{command}” is not available now.</source>
        <translation>“{command}”目前不可用。</translation>
    </message>
    <message>
        <source>“{id}” cannot be an id; write small letters, digits and hyphens</source>
        <translation>“{id}”不能作为 ID；请使用小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>“{id}” is among the {kind} of the dossier “{title}”, but among the {other} of the database; give one of them another id</source>
        <translation>“{id}”在资料集“{title}”中属于 {kind}，在数据库中却属于 {other}；请为其中之一换一个 ID</translation>
    </message>
    <message>
        <source>“{id}” is an id in {file} too; each has its own</source>
        <translation>“{id}”也是 {file} 中的 ID；每个条目的 ID 须各不相同</translation>
    </message>
    <message>
        <source>“{key}:” is yes, no or unknown, not “{text}”</source>
        <translation>“{key}:”的值为 yes、no 或 unknown，不能是“{text}”</translation>
    </message>
    <message>
        <source>“{key}:” needs a value such as {example}, or ? for unknown</source>
        <translation>“{key}:”需要一个值，例如 {example}，或以 ? 表示未知</translation>
    </message>
    <message>
        <source>“{key}:” needs a value {where}, or ? for unknown</source>
        <translation>“{key}:”在{where}需要一个值，或以 ? 表示未知</translation>
    </message>
    <message>
        <source>“{key}:” takes one value or one range: write 1..2 for a range</source>
        <translation>“{key}:”只接受一个值或一个范围：范围请写 1..2</translation>
    </message>
    <message>
        <source>“{key}:” takes one value; write {key}:{text} {key}:{other}</source>
        <translation>“{key}:”只接受一个值；请写 {key}:{text} {key}:{other}</translation>
    </message>
    <message>
        <source>“{key}” is no column of {listing}; the columns are {known}</source>
        <translation>“{key}”不是 {listing} 的列；可用的列有 {known}</translation>
    </message>
    <message>
        <source>“{key}” is no property here; it belongs in {files}</source>
        <translation>“{key}”不是此处的属性；它属于 {files}</translation>
    </message>
    <message>
        <source>“{key}” is not a property{hint}</source>
        <translation>“{key}”不是属性{hint}</translation>
    </message>
    <message>
        <source>“{key}” is stated of a variant; move it to one under variants</source>
        <translation>“{key}”是关于变体的陈述；请移到 variants 下的某个变体</translation>
    </message>
    <message>
        <source>“{key}” stands twice, first on line {line}; keep one</source>
        <translation>“{key}”出现两次，首次在第 {line} 行；请保留一个</translation>
    </message>
    <message>
        <source>“{label}” cannot be undone: what it would bring back contradicts what was added since ({error}).</source>
        <translation>无法撤销“{label}”：要恢复的内容与此后添加的内容相矛盾（{error}）。</translation>
    </message>
    <message>
        <source>“{label}” cannot be undone: “{other}” ({when}) changed {what} since. Undo that edit first.</source>
        <translation>无法撤销“{label}”：“{other}”（{when}）此后更改了{what}。请先撤销那次编辑。</translation>
    </message>
    <message>
        <source>“{label}” is undone already.</source>
        <translation>“{label}”已撤销。</translation>
    </message>
    <message>
        <source>“{name}” cannot be a variant: it needs a short name, and an id as its key</source>
        <translation>“{name}”不能作为变体：需要简短的名称和作为键的 ID</translation>
    </message>
    <message>
        <source>“{name}” cannot be zoomed, so that zoom is passed over.</source>
        <translation>“{name}”不能缩放，因此忽略该缩放。</translation>
    </message>
    <message>
        <source>“{name}” exists already. Replace it? Enter replaces, another name keeps both.</source>
        <translation>“{name}”已存在。要替换吗？按 Enter 替换，改名则两者都保留。</translation>
    </message>
    <message>
        <source>“{name}” exists already; choose another name.</source>
        <translation>“{name}”已存在；请选择其他名称。</translation>
    </message>
    <message>
        <source>“{name}” has no ending of a picture; use one of {known}</source>
        <translation>“{name}”没有图片扩展名；请使用 {known} 之一</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>“{name}”已不存在。</translation>
    </message>
    <message>
        <source>“{name}” is only a name so far.</source>
        <translation>“{name}”目前仅有名称。</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>“{name}”已保存。</translation>
    </message>
    <message>
        <source>“{name}” is there twice, or has the id of something else; give it another id</source>
        <translation>“{name}”出现两次，或与其他条目的 ID 相同；请换一个 ID</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>“{name}”已删除。</translation>
    </message>
    <message>
        <source>“{name}” was left out: {problem}.</source>
        <translation>“{name}”未导入：{problem}。</translation>
    </message>
    <message>
        <source>“{name}” was taken: the new one is “{other}”.</source>
        <translation>“{name}”已被使用：新视图名为“{other}”。</translation>
    </message>
    <message>
        <source>“{old}” is now called “{new}”.</source>
        <translation>“{old}”现名“{new}”。</translation>
    </message>
    <message>
        <source>“{owner}” of the dossier “{title}” names “{slug}”, which is nowhere; add it or correct it</source>
        <translation>资料集“{title}”中的“{owner}”引用了不存在的“{slug}”；请添加或更正</translation>
    </message>
    <message>
        <source>“{role}” is not a role of {property}; write one of {roles}</source>
        <translation>“{role}”不是 {property} 的角色；请从 {roles} 中选择</translation>
    </message>
    <message>
        <source>“{source}” is not an id in sources.yaml{hint}</source>
        <translation>“{source}”不是 sources.yaml 中的 ID{hint}</translation>
    </message>
    <message>
        <source>“{text}” ends before it starts</source>
        <translation>“{text}”的终点早于起点</translation>
    </message>
    <message>
        <source>“{text}” is neither a field nor a property; {hint}</source>
        <translation>“{text}”既不是字段也不是属性；{hint}</translation>
    </message>
    <message>
        <source>“{text}” is not a citation; write SOURCE:LINE, SOURCE:FIRST-LAST or SOURCE p. PAGE</source>
        <translation>“{text}”不是引用；请写 SOURCE:LINE、SOURCE:FIRST-LAST 或 SOURCE p. PAGE</translation>
    </message>
    <message>
        <source>“{text}” is not a number; write for example 7B, 1.5M or 2048</source>
        <translation>“{text}”不是数字；请写例如 7B、1.5M 或 2048</translation>
    </message>
    <message>
        <source>“{text}” is not a number; write {digits}B, {digits}M or {digits}</source>
        <translation>“{text}”不是数字；请写 {digits}B、{digits}M 或 {digits}</translation>
    </message>
    <message>
        <source>“{typed}” is not a field; did you mean {near}? Otherwise {plain}</source>
        <translation>“{typed}”不是字段；您是指 {near} 吗？否则{plain}</translation>
    </message>
    <message>
        <source>“{typed}” is not a field; {plain}</source>
        <translation>“{typed}”不是字段；{plain}</translation>
    </message>
    <message>
        <source>“{value}” cannot end a range; write a year, month or day such as 2024-03</source>
        <translation>“{value}”不能作为范围的一端；请写年、月或日，例如 2024-03</translation>
    </message>
    <message>
        <source>“{value}” is empty or too long; shorten it</source>
        <translation>“{value}”为空或过长；请缩短</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no</source>
        <translation>“{value}”既不是 yes 也不是 no</translation>
    </message>
    <message>
        <source>“{value}” is none of {values}</source>
        <translation>“{value}”不在 {values} 之中</translation>
    </message>
    <message>
        <source>“{value}” is not an address that starts with http:// or https://</source>
        <translation>“{value}”不是以 http:// 或 https:// 开头的网址</translation>
    </message>
    <message>
        <source>“{value}” is not an id in {files}{hint}{bare}</source>
        <translation>“{value}”不是 {files} 中的 ID{hint}{bare}</translation>
    </message>
    <message>
        <source>“{value}” is not in the cited lines; cite where it stands, or “quote” the document's words in a note</source>
        <translation>“{value}”不在所引用的行中；请引用其所在之处，或在备注中“引述”文献的原文</translation>
    </message>
    <message>
        <source>“{value}” is out of range for {property}</source>
        <translation>“{value}”超出 {property} 的范围</translation>
    </message>
    <message>
        <source>“{value}” is the most exact</source>
        <translation>“{value}”最精确</translation>
    </message>
    <message>
        <source>“{value}” is too far away</source>
        <translation>“{value}”太过遥远</translation>
    </message>
    <message>
        <source>“{value}” stands in {file}; {property} takes {wanted}</source>
        <translation>“{value}”位于 {file}；{property} 需要{wanted}</translation>
    </message>
    <message>
        <source>“{word}” is not a month or a season</source>
        <translation>“{word}”不是月份或季节</translation>
    </message>
    <message>
        <source>“{word}” was taken for “{meant}”</source>
        <translation>“{word}”按“{meant}”处理</translation>
    </message>
    <message>
        <source>⚠ cannot be used: {problem}</source>
        <translation>⚠ 无法使用：{problem}</translation>
    </message>
    <message>
        <source>⚠ {what}: sources disagree</source>
        <translation>⚠ {what}：来源存在分歧</translation>
    </message>
    <message>
        <source>✗ The charts could not be drawn: {error}</source>
        <translation>✗ 无法绘制图表：{error}</translation>
    </message>
    <message>
        <source>✗ The connection could not be read: {error}</source>
        <translation>✗ 无法读取关联：{error}</translation>
    </message>
    <message>
        <source>✗ The source could not be read: {error}</source>
        <translation>✗ 无法读取来源：{error}</translation>
    </message>
    <message>
        <source>✗ {error}</source>
        <translation>✗ {error}</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
</context>
</TS>
