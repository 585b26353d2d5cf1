#pragma once

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/case_checks.h"
#include "core/command/catalogue.h"
#include "core/journal/new_event.h"

namespace core {

/// An AMHP as a command names one: a user of the desk, or somebody by name.
struct NamedAmhp {
    UserId user;
    QString name;
};

/// The user named, else the name, else the acting user when an AMHP. HO-3.9a
std::variant<NamedAmhp, Refusal> amhpNamed(
    const Context& context, const UserId& user, const QString& name);

/// Refuses a time that is told as a fact and lies in the future.
void refuseToCome(Decision& decision, const Context& context, const char* field,
    const std::optional<Instant>& at);

/// Sets the first check on a person who waits for a bed, unless one is set. `after` is the record
/// as the decision leaves it. records §2.8
void beginInterimChecks(Decision& decision, const Case& after, const Context& context);

/// What a signed application, and the admission or the section that began on it, make of each
/// other, in whichever order they are told: adds to the decision that told the later that the
/// section's beginning is the admission, or what begins with an admission. An admission under a
/// section that followed gives way. Answers whether it admits. CLK-08 to CLK-11, CLK-16, CLK-22,
/// INV-6
bool followAdmission(Decision& decision, const Case& before, const Context& context);

/// Who is in hospital under a section, by its status alone, waits for no second examination and no
/// admission on what was examined before: those limits end as it began. CLK-10, CLK-14, CLK-16
void endWaitBySection(Decision& decision, const Case& before, const Context& context);

/// Ends the 14 days, for s4 the 24 hours, of who saw the person before an application by one of
/// them, told whenever; not for one by an AMHP who had not seen the person. `after` is the record
/// as the decision leaves it. CLK-15
void endSeenBefore(Decision& decision, const Case& after);

/// What a bed on offer asks for as the decision leaves the record: by when the AMHP who can be rung
/// is to sign, both leads where that AMHP said not to be reachable; ends what nobody waits for any
/// more. HO-3.9b, HO-3.9c
void followWait(Decision& decision, const Case& record, const Context& context);
/// The same once a bed is decided on; for who had been let go the limits of an application count
/// again. CLK-15, CLK-16
void followWaitAgain(Decision& decision, const Case& record, const Context& context);

std::vector<CommandSpec> attendanceCommands(); ///< attendees, doctors, alternatives
std::vector<CommandSpec> outcomeCommands(); ///< assessment
std::vector<CommandSpec> bedCommands(); ///< bed, decision to admit, interim check, availability
std::vector<CommandSpec> applicationCommands();
std::vector<CommandSpec> admissionCommands(); ///< conveyance, admission

}
