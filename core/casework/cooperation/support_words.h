#pragma once

#include "core/casework/case.h"
#include "core/profile/profile.h"

namespace core {

/// A team as people name it: by its name in the profile, or in the words that were told.
QString teamName(const QString& team, const Profile& profile);

/// The answer of that request that made the row of the matrix of alternatives, or none. COOP-2.6
const SupportReply* replyOf(const SupportRequest& request, const AlternativeRow& row);

/// The same of whichever request of the case.
const SupportReply* replyOf(const Case& record, const AlternativeRow& row);

/// What became of an alternative, within a sentence: CRHT's own answer in its own words. COOP-2.6
QString answerWords(const Case& record, const AlternativeRow& row);

/// The requests to CRHT whose newest answer, or silence, made no row of the matrix. COOP-3.10
std::vector<SupportRequest> besideTheMatrix(const Case& record);

/// What CRHT said last, of the matrix or of a request; "not asked".
QString crhtWords(const Case& record);

/// Who excluded an organic cause and when, as told with the newest request that says so. COOP-4
QString organicWords(const Case& record);

/// A request in one sentence: of whom, for what, and why. COOP-2.1, COOP-2.2
QString requestWords(const SupportRequest& request, const Profile& profile);

}
