#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"

namespace core {

/// The profile's kind of work that a call of this category is. COM-3.2.
QString kindOfWorkOf(const ContactDetails& details, const Profile& profile);

/// Who received the call: the acting user's service, whatever the calendar says, because that fixes
/// initial responsibility (HO-3.6a); the calendar's only when the user belongs to no service: an
/// MHA assessment in hours is the AMHP service's, out of hours EDT's, of children and adults.
/// COOP-1.3, HO-1.1, COM-3.10a, COM-3.11b
QString receivingService(const Context& context, const QString& kindOfWork);

/// Checks the keys in the details (refused) and points out a doubtful call-back number.
void checkDetails(Decision& decision, const ContactDetails& details, const Context& context);

/// FM-4: the police declined or signposted elsewhere.
bool policeDeclined(const ContactDetails& details);

/// FM-4: they did, and which threshold was argued is not told.
bool needsThreshold(const ContactDetails& details);

/// FM-4: they did although a threshold for them was argued, and no Inspector has been spoken to
/// yet. Immediate danger is a risk to life where no threshold is told.
bool needsInspector(const ContactDetails& details);

/// FM-4: says so, with the police's numbers of the profile.
void promptInspector(Decision& decision, const ContactDetails& details, const Context& context);

/// What is still missing about a contact, with the step at which each is asked. FM-5, COM-3.3.
std::vector<Owed> owedOf(const Contact& contact);

}
