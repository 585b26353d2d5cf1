#include "tests/support/rows_of_any.h"

#include <algorithm>
#include <tuple>

using namespace core;

std::vector<Row> rowsOfAny(const AnyRecord& record)
{
    std::vector<Row> rows = std::visit([](const auto& each) { return rowsOf(each); }, record);
    const auto place = [](const Row& row) { return std::tie(row.table, row.key); };
    std::stable_sort(
        rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return place(a) < place(b); });
    return rows;
}
