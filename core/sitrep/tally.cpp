#include "core/sitrep/tally.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static void addOnce(std::vector<FigureRef>& refs, const FigureRef& ref)
{
    if (std::find(refs.begin(), refs.end(), ref) == refs.end())
        refs.push_back(ref);
}

Tally& Tally::add(const FigureRef& ref)
{
    ++m_figure.count;
    addOnce(m_figure.refs, ref);
    m_last = ref;
    return *this;
}

Tally& Tally::under(const QString& axis, const QString& label)
{
    auto found = std::find_if(m_figure.parts.begin(), m_figure.parts.end(),
        [&](const FigurePart& part) { return part.axis == axis && part.label == label; });
    if (found == m_figure.parts.end())
        found = m_figure.parts.insert(m_figure.parts.end(), FigurePart{axis, label, 0, {}});
    ++found->count;
    addOnce(found->refs, m_last);
    return *this;
}

Tally& Tally::waited(std::chrono::milliseconds length)
{
    const auto minutes = std::chrono::floor<Minutes>(length);
    m_figure.longest = std::max(m_figure.longest.value_or(Minutes(0)), minutes);
    return *this;
}

FigureRef refOf(const Case& record)
{
    return {subjectOf(record.id), record.ref};
}

FigureRef refOf(const Contact& contact)
{
    return {subjectOf(contact.id), contact.ref};
}

FigureRef refOf(const Duty& duty)
{
    return {subjectOf(duty.id), u"%1 duty from %2"_s.arg(duty.service, dateTimeText(duty.from))};
}

FigureRef refOf(const SitrepScope& scope, const ScopedWindow& window)
{
    const QString name = window.times.name();
    return {subjectOf(windowId(scope.profile.key, name)), u"handover "_s + name};
}

QString spoken(const QString& key)
{
    static const QHash<QString, QString> known{{u"s136"_s, u"s136"_s}, {u"s135"_s, u"s135"_s},
        {u"mhaa"_s, u"Mental Health Act assessment"_s}, {u"ed_acute"_s, u"emergency department"_s},
        {u"gp_111"_s, u"GP or 111"_s}, {u"crht"_s, u"CRHT"_s}, {u"pace_bed"_s, u"PACE bed"_s},
        {u"amhp_follow_up"_s, u"AMHP follow-up"_s}, {u"picu"_s, u"PICU"_s},
        {u"camhs_tier_4"_s, u"CAMHS tier 4"_s}};
    if (key.isEmpty())
        return u"not yet known"_s;
    const auto found = known.constFind(key);
    return found == known.constEnd() ? QString(key).replace(u'_', u' ') : *found;
}

QString spokenKey(const QString& key)
{
    const bool isKey = std::all_of(key.begin(), key.end(),
        [](QChar letter) { return letter.isLower() || letter.isDigit() || letter == u'_'; });
    return isKey ? spoken(key) : u"other"_s;
}

QString councilName(const SitrepScope& scope, const QString& key)
{
    const Council* council = scope.profile.council(key);
    return council ? council->name : spokenKey(key);
}

QString serviceLabel(const SitrepScope& scope, const QString& key)
{
    const Service* service = scope.profile.service(key);
    return service ? service->name : key;
}

bool isMhaa(const Case& record)
{
    return record.kindOfWork == u"mhaa";
}

}
