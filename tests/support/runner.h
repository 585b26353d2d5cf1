#pragma once

/// Runs every test case linked in; any Qt warning during one fails it, from whichever thread.
int runTests(int argc, char* argv[]);
