"""Courses as JSON: out of a library, and into one, with nothing lost on the way.

`document` says what a file holds; `reading` and `writing` turn the database into that and back;
`checking` reads a file that may hold anything, `schema` being what it is held against; `merging`
makes one course of two, and `importing` does it as a whole. docs/export-format.md tells the same
to those who read the files.
"""
