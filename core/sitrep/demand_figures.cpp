#include "core/casework/printed_words.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const Contact* originOf(const SitrepScope& scope, const Case& record)
{
    if (record.contacts.empty())
        return nullptr;
    const auto found = scope.origins.find(record.contacts.front());
    return found == scope.origins.end() ? nullptr : found->second.get();
}

QString sourceOf(const SitrepScope& scope, const Case& record)
{
    const Contact* origin = originOf(scope, record);
    return origin && origin->details.source ? word(*origin->details.source) : QString();
}

// The place and status a referral came with are typed minutes after it: the first of each counts,
// and what put a place right in its own minute counts in its stead.
QString firstPlace(const Case& record)
{
    std::optional<Instant> first;
    PlaceKind kind{};
    for (const auto& entry : record.place.entries()) {
        if (entry.value.planned || (first && entry.from != *first))
            continue;
        first = entry.from;
        kind = entry.value.kind;
    }
    return first ? shown(kind) : spoken({});
}

QString firstStatus(const Case& record)
{
    return record.statuses.empty() ? spoken({}) : shown(record.statuses.front().status);
}

template <typename E>
QString told(const std::optional<E>& value)
{
    return spoken(value ? word(*value) : QString());
}

void addContact(Tally& tally, const SitrepScope& scope, const Contact& contact)
{
    const ContactDetails& details = contact.details;
    tally.add(refOf(contact))
        .under(u"category"_s, told(details.category))
        .under(u"adult or child"_s, told(details.concerns))
        .under(u"council"_s, councilName(scope, details.council.value_or(QString())));
}

}

Figure countReferrals(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (isMhaa(*record) && scope.holds(record->openedAt))
            tally.add(refOf(*record))
                .under(u"council"_s, councilName(scope, record->council))
                .under(u"age"_s, ageBand(scope, *record))
                .under(u"source"_s, spoken(sourceOf(scope, *record)))
                .under(u"legal status"_s, firstStatus(*record))
                .under(u"place"_s, firstPlace(*record));
    return tally.done();
}

Figure countContacts(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& contact : scope.contacts)
        addContact(tally, scope, *contact);
    return tally.done();
}

Figure countOtherContacts(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& contact : scope.contacts)
        if (contact->kindOfWork != u"mhaa")
            addContact(tally, scope, *contact);
    return tally.done();
}

Figure countUndecidedContacts(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& contact : scope.contacts)
        if (contact->state == ContactState::Open)
            tally.add(refOf(*contact))
                .under(u"service"_s, serviceLabel(scope, contact->service))
                .waited(scope.to - contact->receivedAt);
    return tally.done();
}

}
