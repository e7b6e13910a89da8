"""Files in ``content/`` ◀─▶ types. The only room that reads or writes what the editor owns."""
