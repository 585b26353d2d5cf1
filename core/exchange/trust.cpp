#include "core/exchange/trust.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Trusted = std::map<DeskId, TrustedDesk>;

// Whom it vouches for to others a desk believes itself, and no less than it did before.
DeskBelieved vouchedBySelf(const Trusted& trusted, const DeskBelieved& said)
{
    DeskBelieved believed = said;
    believed.lead = false;
    if (const auto before = trusted.find(said.desk);
        before != trusted.end() && !before->second.withdrawn) {
        believed.lead = before->second.believed.lead;
        believed.services = before->second.believed.services;
    }
    return believed;
}

void take(Trusted& trusted, const Statement& said)
{
    const DeskId& desk = said.believed.desk;
    if (said.standing == Belief::Trusted)
        trusted[desk] = {said.believed, {}, {}, false};
    else if (said.standing == Belief::Vouched)
        trusted[desk] = {vouchedBySelf(trusted, said.believed), {}, {}, false};
    else if (const auto found = trusted.find(desk); found != trusted.end())
        found->second.withdrawn = said.withdrawn;
}

/// What one lead desk says of others in the end.
struct LeadsWord {
    Trusted vouched;
    std::map<DeskId, DeskWithdrawn> withdrawn;
};

// Nobody gives another what they have not themselves.
QStringList within(const QStringList& said, const QStringList& leads)
{
    QStringList both;
    for (const QString& service : said)
        if (leads.contains(service))
            both.append(service);
    return both;
}

void hear(LeadsWord& word, const TrustedDesk& lead, const Statement& said)
{
    const DeskId& desk = said.believed.desk;
    if (said.standing == Belief::Withdrawn) {
        word.withdrawn[desk] = said.withdrawn;
    } else if (said.standing == Belief::Vouched
        && said.believed.services.value(0) == lead.service()) {
        TrustedDesk vouched{said.believed, lead.believed.deskName, {}, false};
        vouched.believed.lead = false;
        vouched.believed.services = within(said.believed.services, lead.believed.services);
        word.vouched[desk] = std::move(vouched);
        word.withdrawn.erase(desk);
    }
}

// Leads do not see each other's word when they give theirs: what one withdraws stays withdrawn
// until the same one vouches again.
void withdraw(Trusted& trusted, const TrustedDesk& lead, const LeadsWord& word)
{
    for (const auto& [desk, withdrawal] : word.withdrawn) {
        const auto found = trusted.find(desk);
        if (found == trusted.end() || found->second.service() != lead.service())
            continue;
        std::optional<DeskWithdrawn>& before = found->second.withdrawn;
        if (!before || withdrawal.lastSeq < before->lastSeq)
            before = withdrawal;
    }
}

// Of a lead that is believed no longer, what it said up to the last entry believed stands.
LeadsWord wordOf(const TrustedDesk& lead, const DeskRecord& record)
{
    LeadsWord word;
    for (const Statement& said : record.statements)
        if (!lead.withdrawn || said.seq <= lead.withdrawn->lastSeq)
            hear(word, lead, said);
    return word;
}

// A lead's word reaches desks of its own service that nobody here spoke of.
void addVouched(Trusted& trusted, const std::map<DeskId, DeskRecord>& desks)
{
    Trusted vouched;
    std::vector<std::pair<const TrustedDesk*, LeadsWord>> words;
    for (const auto& [id, lead] : trusted) {
        const auto record = desks.find(id);
        if (!lead.believed.lead || record == desks.end())
            continue;
        LeadsWord word = wordOf(lead, record->second);
        for (const auto& [desk, each] : word.vouched)
            vouched[desk] = each;
        words.emplace_back(&lead, std::move(word));
    }
    for (const auto& [lead, word] : words)
        withdraw(vouched, *lead, word);
    trusted.insert(vouched.begin(), vouched.end());
}

// All that led to it, also by way of one that is believed no longer.
void supersedeBefore(Trusted& trusted, const TrustedDesk& newest)
{
    auto before = trusted.find(newest.believed.continues);
    while (before != trusted.end() && before->first != newest.believed.desk
        && !before->second.superseded && before->second.service() == newest.service()) {
        before->second.superseded = true;
        before = trusted.find(before->second.believed.continues);
    }
}

}

TrustStanding standingOf(const std::optional<TrustedDesk>& desk, Instant now)
{
    if (!desk)
        return TrustStanding::Unknown;
    if (desk->withdrawn)
        return TrustStanding::Withdrawn;
    if (desk->superseded)
        return TrustStanding::Superseded;
    if (desk->expired(now))
        return TrustStanding::Expired;
    return desk->vouchedBy.isEmpty() ? TrustStanding::Trusted : TrustStanding::Vouched;
}

QString leftOutText(const TrustedDesk& desk, TrustStanding standing)
{
    const QString name = u"“%1”"_s.arg(desk.believed.deskName);
    if (standing == TrustStanding::Withdrawn)
        return name + u", which is no longer believed"_s;
    if (standing == TrustStanding::Superseded)
        return name + u", from which another desk goes on"_s;
    if (standing == TrustStanding::Expired && desk.believed.until)
        return name
            + u", whose introduction ran out on %1"_s.arg(dateTimeText(*desk.believed.until));
    return name;
}

std::vector<DeskId> identitiesOf(const DeskId& self, const std::map<DeskId, DeskRecord>& desks)
{
    std::vector<DeskId> identities{self};
    for (;;) {
        const auto record = desks.find(identities.back());
        if (record == desks.end() || !record->second.opened.continues)
            return identities;
        const DeskId& before = record->second.opened.continues->desk;
        if (std::find(identities.begin(), identities.end(), before) != identities.end())
            return identities;
        identities.push_back(before);
    }
}

std::map<DeskId, TrustedDesk> trustedDesks(
    const DeskId& self, const std::map<DeskId, DeskRecord>& desks)
{
    Trusted trusted;
    const std::vector<DeskId> identities = identitiesOf(self, desks);
    for (auto id = identities.rbegin(); id != identities.rend(); ++id)
        if (const auto record = desks.find(*id); record != desks.end())
            for (const Statement& said : record->second.statements)
                take(trusted, said);
    addVouched(trusted, desks);
    for (const DeskId& own : identities)
        trusted.erase(own);
    for (const auto& [id, each] : Trusted(trusted))
        if (!each.withdrawn)
            supersedeBefore(trusted, each);
    return trusted;
}

}
