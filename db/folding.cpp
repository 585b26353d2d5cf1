#include "db/folding.h"

#include <tuple>

using namespace core;

namespace db {

namespace {

// A record whose first event is still missing has no identifier and no row of its own; of two parts
// that claim one identifier the first has it.
void tidy(std::vector<Row>& rows)
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

void tidy(std::vector<SearchText>& texts)
{
    const auto words
        = [](const SearchText& each) { return std::tie(each.key, each.kind, each.text); };
    std::stable_sort(texts.begin(), texts.end(),
        [&](const SearchText& a, const SearchText& b) { return words(a) < words(b); });
    const auto same
        = [&](const SearchText& a, const SearchText& b) { return words(a) == words(b); };
    texts.erase(std::unique(texts.begin(), texts.end(), same), texts.end());
}

/// `left` is for a case: how many of its entries are left out.
template <typename R, typename... Left>
Derived derivedOf(const R& record, Left... left)
{
    Derived derived;
    if (!record.exists())
        return derived;
    if constexpr (requires { rowsOf(record, left...); })
        derived.rows = rowsOf(record, left...);
    if constexpr (requires { searchTextsOf(record, left...); })
        derived.texts = searchTextsOf(record, left...);
    tidy(derived.rows);
    tidy(derived.texts);
    return derived;
}

}

Derived derivedFrom(const AnyRecord& record)
{
    return std::visit([](const auto& each) { return derivedOf(each); }, record);
}

std::pair<Derived, Derived> differing(const AnyRecord& before, const AnyRecord& after)
{
    const auto* old = std::get_if<Case>(&before);
    const auto* now = std::get_if<Case>(&after);
    if (!old || !now || !old->exists() || !now->exists())
        return {derivedFrom(before), derivedFrom(after)};
    const std::size_t same = sameEntries(*old, *now);
    return {derivedOf(*old, same), derivedOf(*now, same)};
}

}
