#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The case that a command names, or none and a refusal in the decision.
std::shared_ptr<const Case> caseNamed(Decision& decision, const CaseId& id, const Context& context);

/// The same for a command that changes what the case is doing: refused once it is closed, unless
/// what is told happened before.
std::shared_ptr<const Case> openCaseNamed(
    Decision& decision, const CaseId& id, const Context& context);

/// When a fact happened, where the command has a field of its own for that.
struct FactTime {
    QString field;
    std::optional<Instant> at; ///< none: it is not told there
};

/// The same for such a fact: on a closed case its own time decides, not when it is told.
std::shared_ptr<const Case> caseOfFact(
    Decision& decision, const CaseId& id, const FactTime& fact, const Context& context);

/// `at`, or the closing of a closed case where that came first: what is told after it of what
/// happened before is part of how the case stood when it was closed.
Instant knownOn(const Case& record, Instant at);

/// Why what is told of a closed case does not fit: it happened after the closing.
std::optional<Refusal> refuseAfterClosing(const Case& record, const QString& field, Instant at);

/// Whether `id`, if given, is already a part with that identifier; new identifiers are minted.
PartId partId(const PartId& wanted, const Context& context);

/// A case about to be opened.
struct Opening {
    CaseId id; ///< none: minted
    QString service;
    QString kindOfWork;
    QString title;
    QString council;
    std::optional<Urgency> urgency;
    PersonId person;
    ContactId contact;
    Instant from; ///< from when the service is responsible
};

/// Adds the opening to the decision and answers the identifier; refused when it is taken.
CaseId openCase(Decision& decision, const Opening& opening, const Context& context);

/// A flag that an action of another record brings to light on a case: told, and recorded on it,
/// once for each clause.
void flagOnce(Decision& decision, const Case& record, const Flag& flag, const Context& context);

/// What is still missing about a case, with the step at which each is asked; what a person owes
/// besides is owedOf(Person). COOP-1.5, COOP-2.6, HO-3.9b.
std::vector<Owed> owedOf(const Case& record);

/// The same, and what the place asks for of that person while they are there. CLK-04
std::vector<Owed> owedOf(const Case& record, const Person* person);

/// The case as the decision leaves it, for saying what is owed.
std::vector<Owed> owedAfter(const Case& record, const Decision& decision, const Context& context);

/// What the person of a case is, if one is linked.
std::shared_ptr<const Person> personOf(const Case& record, const Context& context);

}
