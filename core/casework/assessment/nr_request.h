#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// What a nearest relative's call makes of the case it is on: their request for an MHA assessment
/// is considered from its receipt on; where the call is about something else, whether it is such a
/// request is owed. COM-3.10b, CLK-19, s13(4)
void takeNearestRelativesCall(
    Decision& decision, const Case& record, const Contact& contact, const Context& context);

/// The same when the call's source or category is told otherwise afterwards: the clock of a request
/// that was no nearest relative's ends with that reason. CLK-19
void judgeNearestRelativesCall(
    Decision& decision, const Contact& before, const Contact& after, const Context& context);

/// Whether a request stands that is not followed by an application, its reasons neither given nor
/// on the list: a task for them that ended otherwise gave none. CLK-19
bool owesWrittenReasons(const Case& record);

/// The task to give the nearest relative the reasons in writing, due with the request. CLK-19
void addWrittenReasons(Decision& decision, const Case& record, const Context& context);

/// Ends that task where it is still to be done, with `why`; the request itself goes on. CLK-19
void endWrittenReasons(
    Decision& decision, const Case& record, const QString& why, const Context& context);

/// Their request is answered once that task is done, by a `result` that does not say that nothing
/// was given. CLK-19
void endRequestWithReasons(Decision& decision, const Case& record, const Task& done,
    const QString& result, const Context& context);

/// Whether the nearest relative objects: by the answer, or, where only words are told, words that
/// say so, and neither that there is none, nor that it was withdrawn or the relative displaced.
/// CLK-18
bool nearestRelativeObjects(const Case& record);

}
