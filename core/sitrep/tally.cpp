#include "core/sitrep/tally.h"

#include "core/text/people_words.h"
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

FigureRef refOf(const Shift& shift)
{
    return {subjectOf(shift.id),
        u"%1 shift from %2"_s.arg(spokenKey(shift.plan.role), dateTimeText(shift.plan.from))};
}

FigureRef refOf(const Escalation& escalation)
{
    return {subjectOf(escalation.id), escalation.ref};
}

FigureRef refOf(const Visit& visit)
{
    return {
        subjectOf(visit.id), u"%1 visit from %2"_s.arg(visit.service, dateTimeText(visit.leftAt))};
}

FigureRef refOf(const SitrepScope& scope, const ScopedWindow& window)
{
    const QString name = window.times.name();
    return {subjectOf(windowId(scope.profile.key, name)), u"handover "_s + name};
}

QString spoken(const QString& key)
{
    return key.isEmpty() ? u"not yet known"_s : spokenWords(key);
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
