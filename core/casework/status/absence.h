#pragma once

#include "core/casework/case.h"

namespace core {

/// Until when somebody who is absent without leave, or absconded before the admission, may be
/// retaken; `until` is none where the date of the section beneath is not on the record.
struct Retaking {
    QString kind; ///< of clock: "awol" or "absconded"
    std::optional<Instant> until;
};

/// From the section that holds the person at `absent`. s2: its 28 days; s3: six months from then or
/// its own end, whichever is later; s4, s5(2), s5(4): their own end; recall from a CTO: six months
/// from it. With an application made by then and no admission yet, s2: 28 days, s3: six months, s4:
/// 72 hours. CLK-24, CLK-25
Retaking retakeUntil(const Case& record, Instant absent);

/// The section beneath of which no rule here says how long they may be retaken: guardianship, or a
/// CTO of which no recall runs; else empty. CLK-24
QString sectionWithoutRule(const Case& record);

/// Whether somebody absent is so from a place of safety, s136 or s135: until when they may be
/// retaken is told, and not worked out. CLK-24
bool isFromPlaceOfSafety(const Case& record);

}
