#pragma once

class FaultyDisk;
struct sqlite3_vfs;

/// An SQLite VFS over the system's that tells `disk` of every change and obeys it.
sqlite3_vfs* makeFaultyVfs(FaultyDisk& disk);
