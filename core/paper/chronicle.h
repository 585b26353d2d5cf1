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
};

/// Everything that happened on a case, by time; ties in the order it was written down.
std::vector<ChronicleLine> chronicleOf(const Case& record, const Profile& profile);

/// A contact's call and notes, by time.
std::vector<ChronicleLine> chronicleOf(const Contact& contact);

}
