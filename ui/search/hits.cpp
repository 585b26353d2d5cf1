#include "ui/search/hits.h"

#include "core/command/engine.h"
#include "core/duty/duty_bar.h"
#include "core/frontdoor/limited_view.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/duty/numbers_dialog.h"
#include "ui/search/match.h"
#include "ui/widgets/words.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostHits = 60;

// What a page in the background offers is not at hand.
bool canRun(const QAction& action)
{
    const auto* owner = qobject_cast<const QWidget*>(action.parent());
    const bool hidden = owner && !owner->isVisible();
    return action.isEnabled() && !action.shortcut().isEmpty() && !hidden
        && action.shortcutContext() == Qt::WindowShortcut;
}

void addActions(std::vector<Hit>& hits, const QString& typed, const QWidget& window)
{
    const auto actions = window.findChildren<QAction*>();
    for (QAction* action : actions) {
        const int score = matchScore(typed, action->text());
        if (score == 0 || !canRun(*action) || action->objectName() == u"findAnything"_s)
            continue;
        Hit hit{HitKind::Action, u"Do"_s, action->text(), action->shortcut().toString(), score + 5};
        hit.action = action;
        hits.push_back(hit);
    }
}

void addCommands(std::vector<Hit>& hits, const QString& typed)
{
    for (const core::CommandSpec& command : core::allCommands()) {
        const int score
            = std::max(matchScore(typed, command.summary), matchScore(typed, command.name));
        if (score == 0)
            continue;
        Hit hit{
            HitKind::Command, u"Command"_s, command.summary, command.clauses.join(u", "_s), score};
        hit.command = command.name;
        hits.push_back(hit);
    }
}

void addNumbers(std::vector<Hit>& hits, const QString& typed, const DeskService& desk)
{
    const auto duty = desk.records().duty(desk.dutyId());
    for (const core::ContactLine& line :
        core::contactsPanel(desk.profile(), duty.get(), core::dateOf(desk.now()))) {
        const int score = matchScore(typed, lineText(line));
        if (score > scatteredScore || typed.isEmpty())
            hits.push_back({HitKind::Number, u"Number"_s, line.name, line.number, score});
    }
}

std::optional<Hit> caseHit(const core::CaseId& id, const QString& typed, const DeskService& desk)
{
    const auto record = desk.records().caseRecord(id);
    if (!record)
        return {};
    const auto person = desk.records().person(record->person);
    const bool limited = core::isLimited(desk.user().get(), desk.profile());
    const QString name = person ? person->displayName() : limited ? QString() : record->title;
    const QString title = u"%1  %2"_s.arg(record->ref, name);
    const int score = matchScore(typed, title + u' ' + record->title);
    if (score <= scatteredScore && !typed.isEmpty())
        return {};
    Hit hit{HitKind::Record, u"Case"_s, title, person ? record->title : QString(), score + 3};
    if (limited)
        hit.detail = serviceName(desk.profile(), record->responsible.current());
    hit.subject = core::subjectOf(id);
    return hit;
}

// Open cases by reference, title and person; the search index brings the rest.
void addOpenCases(std::vector<Hit>& hits, const QString& typed, const DeskService& desk)
{
    for (const core::Service& service : desk.profile().services)
        for (const core::CaseId& id : desk.records().openCases(service.key))
            if (auto hit = caseHit(id, typed, desk))
                hits.push_back(std::move(*hit));
}

QString titleOf(const DeskService& desk, const core::Subject& subject)
{
    if (const auto record = desk.records().caseRecord({subject.id}))
        return record->ref;
    if (const auto person = desk.records().person({subject.id}))
        return person->displayName();
    if (const auto contact = desk.records().contact({subject.id}))
        return contact->ref;
    if (const auto visit = desk.records().visit({subject.id}))
        return u"%1, %2, from %3"_s.arg(
            visit->where, visit->officerName, core::dateTimeText(visit->leftAt));
    return {};
}

QString identityOf(const DeskService& desk, const core::Subject& subject)
{
    const auto person = desk.records().person({subject.id});
    if (!person)
        return {};
    QStringList parts;
    if (person->details.born)
        parts.append(u"born %1"_s.arg(core::dateText(*person->details.born)));
    if (!person->nhs.isEmpty())
        parts.append(u"NHS No %1"_s.arg(nhsNumberText(person->nhs)));
    return parts.join(u", "_s);
}

void addFound(std::vector<Hit>& hits, const QString& typed, const DeskService& desk)
{
    if (typed.size() < 2)
        return;
    for (const Find& find : desk.search(typed, 30)) {
        if (core::refuseToRead(desk.user().get(), desk.profile(), find.subject.kind))
            continue;
        QString excerpt = find.excerpt;
        excerpt.remove(QChar(2)).remove(QChar(3));
        const QString title = titleOf(desk, find.subject);
        excerpt = excerpt.simplified();
        Hit hit{HitKind::Record, words(core::word(find.subject.kind)), title,
            excerpt == title ? identityOf(desk, find.subject) : excerpt, 20};
        hit.subject = find.subject;
        hit.part = {QUuid::fromString(find.part)};
        const bool known = std::any_of(hits.begin(), hits.end(), [&](const Hit& each) {
            return each.subject == hit.subject && !hit.subject.id.isNull();
        });
        if (!known)
            hits.push_back(hit);
    }
}

std::vector<Hit> best(std::vector<Hit> hits)
{
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    if (hits.size() > mostHits)
        hits.resize(mostHits);
    return hits;
}

}

std::vector<Hit> findHits(const QString& typed, const DeskService& desk, const QWidget& window)
{
    const bool narrowed = typed.size() >= 2 && typed.at(1) == u' ';
    const QChar prefix = narrowed ? typed.at(0).toLower() : QChar();
    const QString wanted = narrowed && u"cpn>"_s.contains(prefix) ? typed.mid(2) : typed;
    const bool all = wanted == typed;
    const auto wants = [&](QStringView of) { return all || of.contains(prefix); };
    std::vector<Hit> hits;
    if (wants(u">"))
        addActions(hits, wanted, window);
    if (wants(u"c"))
        addOpenCases(hits, wanted, desk);
    if (wants(u"cp"))
        addFound(hits, wanted, desk);
    if (wants(u"n"))
        addNumbers(hits, wanted, desk);
    if (prefix == u'>' || (all && !wanted.isEmpty()))
        addCommands(hits, wanted);
    return best(std::move(hits));
}

}
