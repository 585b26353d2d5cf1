#include "core/profile/profile_versions.h"

#include "core/journal/envelope.h"
#include "core/time/london.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QStringList runsOf(const QString& version)
{
    static const QRegularExpression run(u"\\d+|\\D+"_s);
    QStringList runs;
    auto found = run.globalMatch(version.simplified());
    while (found.hasNext())
        runs.append(found.next().captured());
    return runs;
}

int compareRuns(const QString& one, const QString& other)
{
    bool isNumber = false;
    bool bothNumbers = false;
    const qulonglong number = one.toULongLong(&isNumber);
    const qulonglong against = other.toULongLong(&bothNumbers);
    if (isNumber && bothNumbers)
        return number < against ? -1 : static_cast<int>(number > against);
    return QString::compare(one, other, Qt::CaseInsensitive);
}

// Below, at or above 0, as the first comes before, with or after the other.
int compareVersions(const QString& one, const QString& other)
{
    const QStringList runs = runsOf(one);
    const QStringList against = runsOf(other);
    for (qsizetype at = 0; at < std::min(runs.size(), against.size()); ++at)
        if (const int order = compareRuns(runs[at], against[at]); order != 0)
            return order;
    return static_cast<int>(runs.size()) - static_cast<int>(against.size());
}

bool outranks(const PublishedProfile& one, const PublishedProfile& other)
{
    if (one.isSetUp() != other.isSetUp())
        return other.isSetUp();
    return compareVersions(one.version, other.version) >= 0;
}

std::size_t holderAt(const std::vector<PublishedProfile>& versions, Instant at)
{
    std::optional<std::size_t> holder;
    for (std::size_t each = 0; each < versions.size(); ++each)
        if (versions[each].from <= at && (!holder || outranks(versions[each], versions[*holder])))
            holder = each;
    return holder.value_or(0);
}

// Nothing holds before it was published.
Instant beginningOf(const ProfilePublished& published, Instant publishedAt)
{
    if (published.from)
        return *published.from;
    const bool dated = published.effective && published.effective->isValid();
    return dated ? std::max(startOfDay(*published.effective), publishedAt) : publishedAt;
}

}

static PassedOver passedOver(
    const PublishedProfile& unread, const std::vector<PublishedProfile>& usable)
{
    PassedOver over{{QUuid::createUuidV5(QUuid(), toBytes(unread.event))}, unread.version,
        unread.publishedAt, unread.by, unread.from, {}};
    for (const PublishedProfile& each : usable)
        if (outranks(each, unread))
            over.until = std::min(over.until.value_or(each.from), each.from);
    return over;
}

static Applied apply(ProfileVersions& record, const ProfilePublished& published, const Event& event)
{
    record.id = event.subject.id;
    if (record.key.isEmpty())
        record.key = published.key;
    record.versions.push_back({event.digest, published.version, published.effective,
        beginningOf(published, event.occurred), published.approvedBy, published.reason,
        event.occurred, event.actor.name, published.digest, published.json});
    return {};
}

ProfileVersions evolved(ProfileVersions record, const Event& event)
{
    evolve(record, event, eventRules(&record));
    return record;
}

const EventRules<ProfileVersions>& eventRules(const ProfileVersions*)
{
    static const auto rules
        = rulesByType<ProfileVersions>({on<ProfileVersions, ProfilePublished>()});
    return rules;
}

bool isLaterVersion(const QString& version, const QString& than)
{
    return compareVersions(version, than) > 0;
}

std::vector<Reign> reignsOf(const std::vector<PublishedProfile>& versions)
{
    std::vector<Instant> edges;
    edges.reserve(versions.size());
    for (const PublishedProfile& each : versions)
        edges.push_back(each.from);
    std::sort(edges.begin(), edges.end());
    std::vector<Reign> reigns;
    if (!versions.empty())
        reigns.push_back({versions.front().from, 0});
    for (const Instant edge : edges) {
        const std::size_t holder = holderAt(versions, edge);
        if (reigns.back().version != holder)
            reigns.push_back({edge, holder});
    }
    return reigns;
}

const PublishedProfile* versionAt(const std::vector<PublishedProfile>& versions, Instant at)
{
    const PublishedProfile* held = nullptr;
    for (const Reign& reign : reignsOf(versions))
        if (!held || reign.from <= at)
            held = &versions[reign.version];
    return held;
}

ProfileStanding standingOf(
    const std::vector<PublishedProfile>& usable, const Digest& event, Instant now)
{
    const auto is = [&event](const PublishedProfile& each) { return each.event == event; };
    if (std::none_of(usable.begin(), usable.end(), is))
        return ProfileStanding::Unusable;
    const PublishedProfile* held = versionAt(usable, now);
    if (is(*held))
        return ProfileStanding::InForce;
    ProfileStanding standing = ProfileStanding::SetAside;
    for (const Reign& reign : reignsOf(usable))
        if (is(usable[reign.version]))
            standing = reign.from > now ? ProfileStanding::ToCome : ProfileStanding::Past;
    return standing;
}

VersionCalendars::VersionCalendars(BankHolidays holidays) : m_holidays(std::move(holidays)) { }

const std::optional<ServiceCalendar>& VersionCalendars::read(const PublishedProfile& version)
{
    const auto known = m_read.find(version.event);
    if (known != m_read.end())
        return known->second;
    std::optional<ServiceCalendar>& made = m_read[version.event];
    auto profile = readProfile(version.json.toUtf8());
    if (auto* usable = std::get_if<Profile>(&profile))
        made.emplace(std::move(*usable), m_holidays);
    return made;
}

std::vector<PublishedProfile> VersionCalendars::usable(const ProfileVersions& record)
{
    std::vector<PublishedProfile> usable;
    for (const PublishedProfile& each : record.versions)
        if (const auto& read = this->read(each);
            read && subjectOfProfile(read->profile().key).id == record.id)
            usable.push_back(each);
    return usable;
}

std::optional<ServiceCalendar> VersionCalendars::calendar(const ProfileVersions& record, Instant at)
{
    const std::vector<PublishedProfile> versions = usable(record);
    std::vector<CalendarFrom> eras;
    for (const Reign& reign : reignsOf(versions))
        eras.push_back({reign.from, *read(versions[reign.version])});
    if (eras.empty())
        return {};
    std::vector<PassedOver> unread;
    for (const PublishedProfile& each : record.versions)
        if (!read(each))
            unread.push_back(passedOver(each, versions));
    return ServiceCalendar(eras, at).withPassedOver(std::move(unread));
}

}
