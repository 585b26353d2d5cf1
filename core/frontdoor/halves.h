#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"
#include "core/person/person.h"

namespace core {

/// S3-R1, S3-R6: the half of a contact about an adult and a child that whoever has it passes on,
/// since another service answers it; none where one service answers both, or it has no halves.
std::optional<Half> halfToPassOn(const Contact& contact, const Context& context);

/// S3-R1, S3-R6: whether it is a child's contact that an adults' service or call care has, and
/// another service's: no answer of theirs to the child ends it.
bool isOthersChild(const Contact& contact, const Context& context);

/// The kind of work of a half: the contact's own, where it can be.
QString kindOfHalf(Half half, const Contact& contact, const Context& context);

/// The service of a half, as the profile has it at this hour; empty when that is not known.
QString serviceOfHalf(Half half, const Contact& contact, const Context& context);

/// The kind of work of the half that stays with who has the contact.
QString kindKept(const Contact& contact, const Context& context);

/// Whether the person is the child whose half another service answers: no case of ours is theirs.
bool isOfOtherHalf(const Contact& contact, const Person& person, const Context& context);

/// S3-R1: what was passed on is answered by whoever took it over; what somebody else answered
/// before that is still written down.
std::optional<Refusal> refusePassedOn(const Contact& contact, const Context& context);

/// S3-R1: what answers one half leaves the other, and what answers a child's contact of theirs
/// leaves the child: the contact stays open and owes it, until it is passed on or closed once more
/// with what came of it. `before` is the contact as it was before the decision.
void leaveHalf(Decision& decision, const Contact& before, const Context& context);

/// The same for words, or an age, that tell only now of a half or a child that is another
/// service's. S3-R1
void leaveHalfNowTold(Decision& decision, const Contact& before, const Context& context);

}
