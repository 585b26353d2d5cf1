#include "tests/fuzz/promise.h"

#include <cstdio>
#include <cstdlib>

void broken(const char* promise, const QString& how)
{
    std::fprintf(stderr, "Broken: %s %s\n", promise, qPrintable(how));
    std::abort();
}
