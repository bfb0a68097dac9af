"""Run before the program in a bundle for Linux: programs that it starts load what is their own.

The bundle's start leads the loader to the libraries in the bundle by LD_LIBRARY_PATH, which is read
once, when a program starts; PyInstaller names Qt's plug-ins in two more variables, though Qt finds
those by itself. What ours starts, such as a browser, would go by all three, and one that is made
with another Qt would fail.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(name, None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
