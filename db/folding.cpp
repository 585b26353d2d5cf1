#include "db/folding.h"

#include <tuple>

using namespace core;

namespace db {

namespace {

template <typename R>
void takeRows(const R& record, Derived& derived)
{
    derived.rows = rowsOf(record);
    if constexpr (requires { searchTextsOf(record); })
        derived.texts = searchTextsOf(record);
}

}

// A record whose first event is still missing has no identifier and no row of its own; of two parts
// that claim one identifier the first has it.
static void tidy(std::vector<Row>& rows)
{
    static const QString none = QUuid().toString(QUuid::WithoutBraces);
    std::erase_if(rows, [](const Row& row) { return row.key.isEmpty() || row.key == none; });
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.table, a.key) < std::tie(b.table, b.key);
    });
    const auto same
        = [](const Row& a, const Row& b) { return a.table == b.table && a.key == b.key; };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
}

static void tidy(std::vector<SearchText>& texts)
{
    const auto words
        = [](const SearchText& each) { return std::tie(each.key, each.kind, each.text); };
    std::stable_sort(texts.begin(), texts.end(),
        [&](const SearchText& a, const SearchText& b) { return words(a) < words(b); });
    const auto same
        = [&](const SearchText& a, const SearchText& b) { return words(a) == words(b); };
    texts.erase(std::unique(texts.begin(), texts.end(), same), texts.end());
}

Derived derivedFrom(const AnyRecord& record)
{
    Derived derived;
    std::visit(
        [&derived](const auto& each) {
            if constexpr (requires { rowsOf(each); })
                if (each.exists())
                    takeRows(each, derived);
        },
        record);
    tidy(derived.rows);
    tidy(derived.texts);
    return derived;
}

}
