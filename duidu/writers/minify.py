"""Style sheets and scripts as they are published: without comments and needless white space.

The only file that knows rcssmin and rjsmin.
"""

from __future__ import annotations

from dataclasses import replace

from duidu.model import OutputFile


def minified(file: OutputFile) -> OutputFile:
    """A file of the theme as it is published; what is neither a style sheet nor a script stays as it is.

    >>> minified(OutputFile("a.js", b"// why\\nf( 1 );\\n")).data
    b'f(1);'
    """
    if file.path.endswith(".css"):
        from rcssmin import cssmin

        return replace(file, data=cssmin(file.data))
    if file.path.endswith(".js"):
        from rjsmin import jsmin

        return replace(file, data=jsmin(file.data))
    return file
