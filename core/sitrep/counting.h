#pragma once

#include "core/sitrep/figures.h"

namespace core {

// How each figure of the table (figure_table.cpp) is counted; what it means stands there.

Figure countOpening(const SitrepScope& scope);
Figure countReceived(const SitrepScope& scope);
Figure countReopened(const SitrepScope& scope);
Figure countTransferredIn(const SitrepScope& scope);
Figure countTransferredOut(const SitrepScope& scope);
Figure countClosed(const SitrepScope& scope);
Figure countClosing(const SitrepScope& scope);

Figure countReferrals(const SitrepScope& scope);
Figure countContacts(const SitrepScope& scope);
Figure countOtherContacts(const SitrepScope& scope);
Figure countUndecidedContacts(const SitrepScope& scope);

Figure countAwaitingTriage(const SitrepScope& scope);
Figure countAwaitingAllocation(const SitrepScope& scope);
Figure countAllocated(const SitrepScope& scope);
Figure countInProgress(const SitrepScope& scope);
Figure countAwaitingBed(const SitrepScope& scope);
Figure countAwaitingConveyance(const SitrepScope& scope);
Figure countCompleted(const SitrepScope& scope);
Figure countNotCompleted(const SitrepScope& scope);

Figure countRunningClocks(const SitrepScope& scope);
Figure countUnderS136(const SitrepScope& scope);
Figure countHeldUnderS5(const SitrepScope& scope);
Figure countExtended(const SitrepScope& scope);
Figure countExpired(const SitrepScope& scope);
Figure countExpiringRecommendations(const SitrepScope& scope);

Figure countEdWaits(const SitrepScope& scope);
Figure countEdWaits4(const SitrepScope& scope);
Figure countEdWaits8(const SitrepScope& scope);
Figure countEdWaits12(const SitrepScope& scope);
Figure countEdBreaches(const SitrepScope& scope);

Figure countInSuites(const SitrepScope& scope);
Figure countInEdUnderS136(const SitrepScope& scope);
Figure countInPoliceStations(const SitrepScope& scope);
Figure countUnder18(const SitrepScope& scope);

Figure countOfficers(const SitrepScope& scope);
Figure countAmhps(const SitrepScope& scope);
Figure countShifts(const SitrepScope& scope);
Figure countUnfilledShifts(const SitrepScope& scope);
Figure countCoverGapMinutes(const SitrepScope& scope);
Figure countOut(const SitrepScope& scope);
Figure countDoctorCalls(const SitrepScope& scope);
Figure countConveyanceWaits(const SitrepScope& scope);
Figure countCrhtAsked(const SitrepScope& scope);
Figure countCrhtAnswered(const SitrepScope& scope);
Figure countPoliceDeclined(const SitrepScope& scope);
Figure countLateAppropriateAdults(const SitrepScope& scope);
Figure countUnmetPaceBeds(const SitrepScope& scope);
Figure countManagerCalls(const SitrepScope& scope);
Figure countUnansweredManagerCalls(const SitrepScope& scope);

Figure countHanded(const SitrepScope& scope);
Figure countHandedReasons(const SitrepScope& scope);
Figure countAccepted(const SitrepScope& scope);
Figure countDeclined(const SitrepScope& scope);
Figure countWithdrawn(const SitrepScope& scope);
Figure countNotAccepted(const SitrepScope& scope);
Figure countRecordsOutstanding(const SitrepScope& scope);
Figure countLateCalls(const SitrepScope& scope);
Figure countMissedWindows(const SitrepScope& scope);

Figure countEscalationsRaised(const SitrepScope& scope);
Figure countEscalationsOpen(const SitrepScope& scope);
Figure countEscalationsUnacknowledged(const SitrepScope& scope);
Figure countEscalationsUnanswered(const SitrepScope& scope);

Figure countUnder18InPoliceStation(const SitrepScope& scope);
Figure countWarrantExceptions(const SitrepScope& scope);
Figure countOthersSignatures(const SitrepScope& scope);
Figure countFlags(const SitrepScope& scope);
Figure countDisputes(const SitrepScope& scope);
Figure countIncidents(const SitrepScope& scope);
Figure countDeaths(const SitrepScope& scope);
Figure countMissing(const SitrepScope& scope);
Figure countMissedCheckIns(const SitrepScope& scope);

}
