// A library whose folder holds no source yet.
