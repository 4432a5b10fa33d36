"""Where the frozen program starts: processes of its own come in here as well."""

from multiprocessing import freeze_support

from shiftbid.__main__ import main

if __name__ == "__main__":
    freeze_support()
    main()
