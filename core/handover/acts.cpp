#include "core/handover/acts.h"

#include "core/handover/answer_words.h"
#include "core/handover/item_rules.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isIn(const PreparedItem& line, ItemState state)
{
    return line.item && line.item->state == state;
}

bool awaitsAnswer(const PreparedItem& line)
{
    return line.item && isUnanswered(*line.item);
}

bool awaitsCall(const PreparedItem& line)
{
    return isIn(line, ItemState::Proposed) || isIn(line, ItemState::ReadBack);
}

struct Acts {
    const PreparedItem& line;
    const WindowTimes& times;
    const Profile& profile;
    std::vector<HandoverAct> list = {};

    void add(const char* command, const QString& clause, const QString& whyNot)
    {
        list.push_back(
            {QString::fromLatin1(command), whyNot.isEmpty() ? QString() : clause, whyNot, false});
    }
    /// What rests on who is responsible; nothing of it goes until the conflict is settled.
    void addResting(const char* command, const QString& clause, const QString& whyNot)
    {
        if (line.unsettled)
            return add(command, u"HO-3.6"_s,
                u"Two desks wrote it otherwise; settle that first (%1)."_s.arg(
                    line.unsettled->title));
        add(command, clause, whyNot);
    }
    void addSettling()
    {
        if (line.unsettled)
            add("conflict.settle", {}, {});
    }
    void markNext(const QString& command)
    {
        for (HandoverAct& act : list)
            act.next = act.possible()
                && act.command == (line.unsettled ? u"conflict.settle"_s : command);
    }

    QString gone() const
    {
        if (line.stillSenders)
            return {};
        return u"%1 has gone over to %2."_s.arg(line.ref, serviceName(times.to, profile));
    }
    QString goneOrPending() const
    {
        if (line.contested())
            return u"%1 is contested; settle that first."_s.arg(line.item->transferNumber);
        if (awaitsAnswer(line))
            return u"%1 awaits its answer; withdraw it first."_s.arg(line.item->transferNumber);
        return gone();
    }
    QString nothingProposed() const
    {
        if (awaitsAnswer(line))
            return {};
        if (line.item)
            return u"%1 has been answered: %2."_s.arg(
                line.item->transferNumber, answerWord(*line.item));
        return u"%1 has not proposed it."_s.arg(serviceName(times.from, profile));
    }
    QString nothingToCompare() const
    {
        return line.item ? QString() : u"Nothing has been proposed, so no words stand for it."_s;
    }
    QString nothingToSpeakAbout() const
    {
        return line.item ? QString() : u"Nothing has been proposed that they could speak about."_s;
    }
    QString notByTelephone() const
    {
        if (isIn(line, ItemState::AcceptedByTelephone))
            return {};
        return u"Only what was accepted by telephone waits for their record."_s;
    }
};

QString formWhyNot(const PreparedItem& line)
{
    const bool current
        = std::any_of(line.documents.begin(), line.documents.end(), [](const ChecklistRow& row) {
              return row.kind == DocumentKind::ReferralForm && row.state == ChecklistState::Emailed;
          });
    return current ? u"It went out as it prints now."_s : QString();
}

QString telephoneWhyNot(const Acts& acts)
{
    if (isIn(acts.line, ItemState::AcceptedByTelephone))
        return u"%1 is accepted by telephone already."_s.arg(acts.line.item->transferNumber);
    return acts.nothingProposed();
}

QString acceptWhyNot(const Acts& acts, const User& user)
{
    const PreparedItem& line = acts.line;
    const bool undone = line.item && isUndone(*line.item) && !line.item->theirRecord;
    if (const QString nothing = acts.nothingProposed(); !undone && !nothing.isEmpty())
        return nothing;
    if (!mayAccept(user, acts.profile))
        return u"None of %1's roles may accept responsibility for a service."_s.arg(user.name);
    for (const Owed& owed : line.owed)
        if (owed.askedAt == u"accept"_s && awaitsCall(line))
            return owed.text;
    return {};
}

QString giversNext(const PreparedItem& line)
{
    if (isIn(line, ItemState::AcceptedByTelephone))
        return u"handover.confirm"_s;
    if (!line.stillSenders)
        return {};
    if (isIn(line, ItemState::Declined))
        return line.kept ? QString() : u"handover.keep"_s;
    if (!line.dispositioned())
        return u"handover.propose"_s;
    if (!awaitsAnswer(line))
        return {};
    if (!line.seniorMet)
        return u"handover.discuss"_s;
    return formWhyNot(line).isEmpty() ? u"case.form_emailed"_s : u"handover.accept_by_telephone"_s;
}

QString receiversNext(const PreparedItem& line)
{
    if (isIn(line, ItemState::Withdrawn))
        return {};
    return awaitsCall(line) && line.owesReadBack() ? u"handover.read_back"_s : u"handover.accept"_s;
}

std::vector<HandoverAct> giversActs(Acts acts)
{
    acts.addSettling();
    acts.addResting("handover.propose", u"HO-3.6a"_s, acts.goneOrPending());
    acts.add("handover.discuss", u"HO-3.3"_s, acts.gone());
    acts.add("case.form_emailed", u"HO-3.5"_s, formWhyNot(acts.line));
    acts.add("case.documents_emailed", {}, {});
    acts.add("case.document", {}, {});
    acts.addResting("handover.accept_by_telephone", u"HO-3.6b"_s, telephoneWhyNot(acts));
    acts.addResting("handover.decline_by_telephone", u"HO-3.6b"_s, acts.nothingProposed());
    acts.addResting("handover.confirm", u"HO-3.6b"_s, acts.notByTelephone());
    acts.add("handover.keep", u"HO-3.2"_s, acts.goneOrPending());
    acts.add("handover.inform", u"HO-1.4c"_s, acts.goneOrPending());
    acts.addResting("handover.withdraw", u"HO-3.6b"_s, acts.nothingProposed());
    acts.add("handover.compare_code", u"HO-3.6b"_s, acts.nothingToCompare());
    acts.add("handover.practitioner_call", u"HO-3.4"_s, acts.nothingToSpeakAbout());
    acts.markNext(giversNext(acts.line));
    return acts.list;
}

std::vector<HandoverAct> receiversActs(Acts acts, const User& user)
{
    acts.addSettling();
    acts.addResting("handover.read_back", u"HO-3.6b"_s, telephoneWhyNot(acts));
    acts.addResting("handover.accept", u"HO-3.6b"_s, acceptWhyNot(acts, user));
    acts.addResting("handover.decline", u"HO-3.6b"_s, telephoneWhyNot(acts));
    acts.addResting("handover.confirm", u"HO-3.6b"_s, acts.notByTelephone());
    acts.add("handover.compare_code", u"HO-3.6b"_s, acts.nothingToCompare());
    acts.add("handover.practitioner_call", u"HO-3.4"_s, acts.nothingToSpeakAbout());
    acts.markNext(receiversNext(acts.line));
    return acts.list;
}

}

std::vector<HandoverAct> actsOn(
    const PreparedItem& line, const WindowTimes& times, const User& user, const Profile& profile)
{
    if (user.service == times.from)
        return giversActs({line, times, profile});
    if (user.service == times.to)
        return receiversActs({line, times, profile}, user);
    return {};
}

}
