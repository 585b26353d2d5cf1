#include "tests/support/exchanging_desk.h"

#include "core/exchange/sharing.h"
#include "core/journal/new_event.h"

#include <QCryptographicHash>

#include <limits>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

DeskId idOf(unsigned number)
{
    return QString::number(number + 1).rightJustified(32, u'0');
}

}

ExchangingDesk::ExchangingDesk(
    unsigned number, QString service, const std::optional<Continues>& continues)
    : m_number(number)
    , m_service(std::move(service))
    , m_before(continues ? continues->desk : DeskId())
{
    clock(u"2026-11-18T16:20"_s);
    desk = idOf(number);
    deskNumber = number + 1;
    deskMark = number == 0 ? QString() : QString(QChar(u'A' + static_cast<char16_t>(number)));
    m_followed = journal.size(); // what every desk begins with is nobody's news
    say(newEvent(subjectOfDesk(desk),
        DeskOpened{u"Desk %1"_s.arg(m_number), QString(64, u'0'), QString(64, u'0'), {m_service},
            u"anyshire"_s, true, continues}));
}

// Its own subject has an order of its own, beside that of what commands write.
void ExchangingDesk::say(const NewEvent& said)
{
    Event event;
    static_cast<NewEvent&>(event) = said;
    event.desk = desk;
    event.seq = ++m_said;
    if (const auto before = Ledger::record(said.subject))
        event.parents = before->heads;
    event.occurred = now;
    event.recorded = {toMillis(now), event.seq};
    event.actor.service = m_service;
    const QByteArray hash
        = QCryptographicHash::hash(desk.toLatin1() + QByteArray::number(m_said) + said.payload,
            QCryptographicHash::Blake2b_256);
    std::copy(hash.begin(), hash.end(), event.digest.begin());
    receive(event);
    follow();
}

void ExchangingDesk::follow() const
{
    for (; m_followed < journal.size(); ++m_followed)
        if (const Event& event = journal[m_followed]; event.desk == desk)
            m_chains[desk].push_back(
                {event.digest, event.index + 1 == event.count, std::optional(event)});
}

DeskBelieved ExchangingDesk::introduced() const
{
    DeskBelieved said;
    said.desk = desk;
    said.deskName = u"Desk %1"_s.arg(m_number);
    said.services = {m_service};
    said.continues = m_before;
    return said;
}

void ExchangingDesk::trust(const DeskBelieved& introduced, bool lead)
{
    DeskTrusted said{introduced};
    said.lead = lead;
    say(newEvent(subjectOfDesk(desk), said));
}

void ExchangingDesk::vouchFor(const ExchangingDesk& other)
{
    say(newEvent(subjectOfDesk(desk), DeskVouched{other.introduced()}));
}

void ExchangingDesk::withdraw(const DeskId& other)
{
    const auto last = static_cast<qint64>(m_chains[other].size());
    say(newEvent(subjectOfDesk(desk), DeskWithdrawn{other, last, {}, u"Its laptop was lost."_s}));
}

std::map<DeskId, DeskRecord> ExchangingDesk::deskRecords() const
{
    std::map<DeskId, DeskRecord> records;
    for (const Subject& subject : subjects())
        if (subject.kind == SubjectKind::Desk)
            records[QString::fromLatin1(subject.id.toRfc4122().toHex())]
                = std::get<DeskRecord>(any(subject));
    return records;
}

static void addShared(std::set<Subject>& shared, const Case& record, const QString& service)
{
    for (const Share& share : record.shares) {
        if (share.with != service)
            continue;
        shared.insert(subjectOf(record.id));
        for (const QString& text : share.subjects)
            if (const auto more = subjectFrom(text))
                shared.insert(*more);
    }
}

std::set<Subject> ExchangingDesk::sharedWith(const QString& service) const
{
    std::set<Subject> shared;
    for (const Subject& subject : subjects()) {
        const auto* window = std::get_if<Window>(&any(subject));
        const bool ofBoth = window && (window->from == service || window->to == service);
        if (subject.kind == SubjectKind::Desk || ofBoth)
            shared.insert(subject);
        if (const auto* each = std::get_if<Case>(&any(subject)))
            addShared(shared, *each, service);
    }
    return shared;
}

std::size_t ExchangingDesk::stubs() const
{
    std::size_t count = 0;
    for (const auto& [author, chain] : m_chains)
        count += static_cast<std::size_t>(std::count_if(
            chain.begin(), chain.end(), [](const ChainLink& each) { return !each.event; }));
    return count;
}

std::size_t ExchangingDesk::knownTo(const DeskId& peer, const DeskId& author) const
{
    const auto known = m_peers.find(peer);
    if (known == m_peers.end())
        return 0;
    const auto has = known->second.second.find(author);
    return has == known->second.second.end() ? 0 : std::min(has->second, m_chains[author].size());
}

template <typename MaySee>
static ChainSegment segmentFrom(const DeskId& author, std::size_t from,
    const std::vector<ChainLink>& chain, const MaySee& maySee)
{
    ChainSegment segment{
        author, from, {chain.begin() + static_cast<std::ptrdiff_t>(from), chain.end()}};
    for (ChainLink& link : segment.links)
        if (link.event && !maySee(*link.event))
            link.event.reset();
    return segment;
}

PaperBundle ExchangingDesk::bundleFor(const ExchangingDesk& other) const
{
    follow();
    const bool all = other.m_service == m_service;
    const std::set<Subject> shared = all ? std::set<Subject>() : sharedWith(other.m_service);
    const auto maySee = [&](const Event& event) { return all || shared.contains(event.subject); };
    PaperBundle bundle{desk, m_chains[desk].size(), {}, {}, {}};
    for (const auto& [author, chain] : m_chains) {
        const std::size_t from = knownTo(other.desk, author);
        bundle.has[author] = chain.size();
        ChainSegment segment = segmentFrom(author, from, chain, maySee);
        if (!segment.links.empty())
            bundle.segments.push_back(std::move(segment));
        for (std::size_t at = 0; at < from; ++at)
            if (chain[at].event && maySee(*chain[at].event))
                bundle.revealed.push_back(*chain[at].event);
    }
    return bundle;
}

void ExchangingDesk::take(const PaperBundle& bundle)
{
    if (!takeOnce(bundle))
        return;
    for (bool going = true; going;) {
        going = false;
        for (const PaperBundle& held : std::exchange(m_held, {}))
            going = takeOnce(held) || going;
    }
}

// Answers whether anything of it was news.
bool ExchangingDesk::takeOnce(const PaperBundle& bundle)
{
    follow();
    const auto records = deskRecords();
    const auto trusted = trustedDesks(desk, records);
    const auto sender = trusted.find(bundle.from);
    const auto own = identitiesOf(desk, records);
    if (std::find(own.begin(), own.end(), bundle.from) == own.end()
        && (sender == trusted.end() || !sender->second.inForce(now)))
        return false;
    bool news = false;
    bool whole = true;
    for (const ChainSegment& segment : bundle.segments)
        whole = takeSegment(segment, trusted, news) && whole;
    for (const Event& event : bundle.revealed)
        news = reveal(event) || news;
    auto& [made, has] = m_peers[bundle.from];
    if (bundle.made >= made) {
        made = bundle.made;
        has = bundle.has;
    }
    if (!whole)
        m_held.push_back(bundle);
    return news;
}

static std::size_t believed(const TrustedDesk& author)
{
    return author.withdrawn ? static_cast<std::size_t>(author.withdrawn->lastSeq)
                            : std::numeric_limits<std::size_t>::max();
}

bool ExchangingDesk::takeSegment(
    const ChainSegment& segment, const std::map<DeskId, TrustedDesk>& trusted, bool& news)
{
    const auto author = trusted.find(segment.desk);
    const auto own = identitiesOf(desk, deskRecords());
    const bool isOwn = std::find(own.begin(), own.end(), segment.desk) != own.end();
    std::vector<ChainLink>& chain = m_chains[segment.desk];
    if ((author == trusted.end() && !isOwn) || segment.first > chain.size())
        return false;
    const auto most = isOwn ? std::numeric_limits<std::size_t>::max() : believed(author->second);
    std::size_t at = segment.first;
    for (const ChainLink& link : segment.links) {
        const std::size_t here = at++;
        if (here >= most)
            break;
        news = (here < chain.size() ? link.event && reveal(*link.event) : lengthen(chain, link))
            || news;
    }
    return true;
}

bool ExchangingDesk::lengthen(std::vector<ChainLink>& chain, const ChainLink& link)
{
    chain.push_back(link);
    if (link.event)
        receive(*link.event);
    return true;
}

bool ExchangingDesk::reveal(const Event& event)
{
    std::vector<ChainLink>& chain = m_chains[event.desk];
    for (ChainLink& link : chain)
        if (link.digest == event.digest && !link.event) {
            link.event = event;
            return receive(event);
        }
    return false;
}

DeskBackup ExchangingDesk::backup() const
{
    follow();
    return {desk, m_service, journal, m_chains, m_held};
}

std::unique_ptr<ExchangingDesk> ExchangingDesk::restored(const DeskBackup& kept, unsigned number)
{
    const Continues continues{kept.desk, static_cast<qint64>(kept.chains.at(kept.desk).size()),
        QString(64, u'0'), u"restored"_s};
    auto desk = std::make_unique<ExchangingDesk>(number, kept.service, continues);
    for (const Event& event : kept.journal)
        desk->receive(event);
    for (const auto& [author, chain] : kept.chains)
        desk->m_chains[author] = chain;
    desk->m_held = kept.held;
    return desk;
}
