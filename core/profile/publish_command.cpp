#include "core/command/catalogue.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/profile/profile_lint.h"
#include "core/profile/publish_rules.h"
#include "core/rota/cover.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Publish {
    static constexpr const char* name = "profile.publish";
    QString profile;
    QString approvedBy;
    QDate effective;
    std::optional<Due> from;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("profile", s.profile, "The whole profile, as it stands in its file", Need::Required);
        v("approved_by", s.approvedBy, "Who approved it; as in the file when left out");
        v("effective", s.effective, "The day from which it holds; as in the file when left out");
        v("from", s.from, "The time on that day from which it holds; its beginning when left out");
        v("reason", s.reason, "Why it changes", Need::Required);
    }
};

// What the command says and what the file says must be one thing.
void refuseTwoAnswers(Decision& decision, const Publish& wanted, const Profile& profile)
{
    if (!wanted.approvedBy.isEmpty() && wanted.approvedBy.trimmed() != profile.approvedBy)
        decision.refusals.push_back({u"FM-3"_s, u"approved_by"_s,
            u"The file names another approver: %1."_s.arg(profile.approvedBy),
            u"Correct \"approvedBy\" in the file, or leave this out."_s});
    if (wanted.effective.isValid() && wanted.effective != profile.effective)
        decision.refusals.push_back({u"FM-3"_s, u"effective"_s,
            u"The file names another day: %1."_s.arg(dateText(profile.effective)),
            u"Correct \"effective\" in the file, or leave this out."_s});
}

PublishTerms termsOf(const Publish& wanted, const Profile& profile, const Context& context)
{
    PublishTerms terms{profile, profile.approvedBy, profile.effective, {}};
    terms.from = wanted.from                     ? wanted.from->at
        : terms.effective == dateOf(context.now) ? context.now
                                                 : startOfDay(terms.effective);
    return terms;
}

void tell(Decision& decision, const PublishTerms& terms, const Context& context)
{
    decision.notes.append(u"Version %1 holds from %2; until then version %3 does."_s.arg(
        terms.profile.version, dateTimeText(terms.from), context.profile().version));
    for (const QString& version : replacedBy(terms, context))
        decision.notes.append(
            u"Version %1, which was to hold later, does not come into force."_s.arg(version));
    decision.notes.append(
        u"The other desks of this service take it up with the next bundle; another service "
        u"publishes it on a desk of its own."_s);
    const ServiceCalendar calendar(terms.profile, context.calendar.holidays());
    decision.notes.append(
        lintNotes(lintProfile(calendar, terms.from, coverShifts(context.records, context.now))));
}

Decision publish(const Publish& wanted, const Context& context)
{
    if (auto refusal = refusePublisher(context))
        return {{}, {std::move(*refusal)}, {}, {}, {}, {}};
    Decision decision;
    const QByteArray json = wanted.profile.toUtf8();
    const auto read = readProfile(json);
    decision.refusals = refuseProfile(read, context);
    if (decision.refused())
        return decision;
    const auto& profile = std::get<Profile>(read);
    refuseTwoAnswers(decision, wanted, profile);
    const PublishTerms terms = termsOf(wanted, profile, context);
    for (Refusal& refusal : refuseTerms(terms, newestVersion(context), context))
        decision.refusals.push_back(std::move(refusal));
    if (decision.refused())
        return decision;
    tell(decision, terms, context);
    decision.events.push_back(newEvent(subjectOfProfile(profile.key),
        ProfilePublished{profile.key, profile.version, terms.effective, terms.approvedBy,
            QString::fromLatin1(profile.digest.toHex()), wanted.profile, terms.from,
            wanted.reason.trimmed()},
        context.now));
    decision.made.insert(u"version"_s, profile.version);
    decision.made.insert(u"from"_s, isoText(terms.from));
    return decision;
}

}

std::vector<CommandSpec> profileCommands()
{
    return {command<Publish>(
        "Publishes a version of the profile, in force from a day on: hours, ladder, numbers, "
        "settings",
        {u"FM-3"_s, u"ESC-4.2"_s, u"ESC-5.2"_s}, publish)};
}

}
