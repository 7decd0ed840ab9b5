"""The Qt application: views and widgets over `db`."""
