#pragma once

#include "core/records.h"

namespace core {

/// One thing that happened, in words, wherever it stands on the record.
struct ChronicleLine {
    Instant at;
    Instant recorded;
    QString kind; ///< "entry", "status", "place", "doctor", "assessment", "bed", "handover" …
    QString text;
    QString by; ///< full name, when somebody is known to have done it
    bool corrected = false; ///< a later line corrects it: shown ruled through
    bool correction = false;
    bool late = false;
    QString lateReason;
    PartId part; ///< of the record, may be none
    QString transfer = {}; ///< number of the handover that the line is about
    bool dayAlone = false; ///< told without a time
};

/// Everything that happened on a case, by time; ties in the order it was written down. What desks
/// wrote that excludes each other stands as "contested" until it is settled. INV-10.
std::vector<ChronicleLine> chronicleOf(const Case& record, const Profile& profile);

/// The last line by `until` that a person wrote, whatever it is about; of one moment an entry in
/// somebody's own words. None: nobody wrote anything by then.
const ChronicleLine* lastWritten(
    const std::vector<ChronicleLine>& lines, Instant until = Instant::max());

/// A contact's call and notes, by time.
std::vector<ChronicleLine> chronicleOf(const Contact& contact);

/// The notes of a visit that belong to no case or contact, by time.
std::vector<ChronicleLine> chronicleOf(const Visit& visit);

}
