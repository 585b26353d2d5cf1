#pragma once

#include "core/command/fields.h"
#include "core/journal/record.h"

namespace core {

/// By what an alert is recognised when it is typed: at least one of them is given. HO-4.3b
struct AlertMarks {
    QString name; ///< the person's
    QString alsoKnownAs;
    QString caller; ///< who may ring: a name, or a name and a role
    QString nhsNumber; ///< as typed
    QString telephone; ///< as typed
    QString address;
    QString postcode;

    bool operator==(const AlertMarks&) const = default;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("name", s.name, "The person's name");
        v("also_known_as", s.alsoKnownAs, "Another name of theirs");
        v("caller", s.caller, "Who may ring about it");
        v("nhs_number", s.nhsNumber, "NHS number");
        v("telephone", s.telephone, "Number from which they may ring");
        v("address", s.address, "Address");
        v("postcode", s.postcode, "Postcode; taken from the address when left out");
    }
};

/// An alert came up: the contact, case or person at which it did. What the day team asks in the
/// morning.
struct AlertHit {
    Instant at;
    ContactId contact;
    QString why; ///< "same telephone"
    QString by;
    CaseId caseId = {};
    PersonId person = {};
};

/// What a day team wants the night to know, until when, and what it planned. HO-2.1f, HO-4.3b
struct Alert : RecordBase {
    AlertId id;
    QString service; ///< that is to know
    AlertMarks marks;
    QString nhs; ///< ten valid digits, or empty
    QString telephoneKey; ///< E.164, or empty
    PersonId person;
    CaseId caseId;
    QString words; ///< what may happen
    QString plan; ///< what is then to be done
    QString givenBy;
    QString givenTeam;
    Instant begins;
    Instant ends;
    QString by; ///< who wrote it down
    std::vector<AlertHit> hits; ///< oldest first
    std::optional<Instant> withdrawnAt;
    QString withdrawnBy;
    QString withdrawnWhy;
    QString sharedBy; ///< service that wrote it for another one, or empty
    QString desk; ///< that wrote it
    qint64 seq = 0; ///< of the event that shares it
    Digest shared{};

    bool inForce(Instant at) const
    {
        return exists() && !id.isNull() && begins <= at && at < ends
            && (!withdrawnAt || at < *withdrawnAt);
    }
    /// "Ruth Kemp", "01632 960123": what it is called in a list.
    QString title() const;
};

/// What each type of event makes of the record.
const EventRules<Alert>& eventRules(const Alert*);

Alert evolved(Alert alert, const Event& event);

}
