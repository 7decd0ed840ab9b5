/* Functions of complex numbers, which numpy asks Windows' C library for and wine 8 has not. Structures stand for the numbers, because
   Microsoft's compiler passes those so, and this one passes its own otherwise. */

#include <complex.h>

typedef struct { double re, im; } wide;
typedef struct { float re, im; } narrow;

static double complex from_wide(wide z) { return __builtin_complex(z.re, z.im); }
static float complex from_narrow(narrow z) { return __builtin_complex(z.re, z.im); }
static wide to_wide(double complex z) { return (wide){creal(z), cimag(z)}; }
static narrow to_narrow(float complex z) { return (narrow){crealf(z), cimagf(z)}; }

/* Of each function three: for double, for long double, which is the same there, and for float. */
#define COMPLEX(name)                                                \
    wide own_##name(wide z) { return to_wide(name(from_wide(z))); }    \
    wide own_##name##l(wide z) { return to_wide(name(from_wide(z))); } \
    narrow own_##name##f(narrow z) { return to_narrow(name##f(from_narrow(z))); }
#define REAL(name)                                            \
    double own_##name(wide z) { return name(from_wide(z)); }    \
    double own_##name##l(wide z) { return name(from_wide(z)); } \
    float own_##name##f(narrow z) { return name##f(from_narrow(z)); }

COMPLEX(cacos) COMPLEX(cacosh) COMPLEX(casin) COMPLEX(casinh) COMPLEX(catan) COMPLEX(catanh) COMPLEX(ccos) COMPLEX(ccosh) COMPLEX(cexp)
COMPLEX(clog) COMPLEX(conj) COMPLEX(cproj) COMPLEX(csin) COMPLEX(csinh) COMPLEX(csqrt) COMPLEX(ctan) COMPLEX(ctanh)
REAL(cabs) REAL(carg) REAL(cimag) REAL(creal)

wide own_cpow(wide a, wide b) { return to_wide(cpow(from_wide(a), from_wide(b))); }
wide own_cpowl(wide a, wide b) { return to_wide(cpow(from_wide(a), from_wide(b))); }
narrow own_cpowf(narrow a, narrow b) { return to_narrow(cpowf(from_narrow(a), from_narrow(b))); }
