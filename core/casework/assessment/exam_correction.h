#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// What was told of an examination, or of when an AMHP saw the person, is put right: the first
// account stays in the chronicle, and the limits run by what stands. CLK-11, CLK-14 to CLK-16,
// INV-4

/// When it was; the day alone where no time was told, for which its beginning stands.
QString examinedText(const Exam& exam);

/// The examination that a correction means: the one of that identifier; else the last by that
/// doctor, or of which the doctor is not told; where none is named, the last; or none.
const Exam* examToCorrect(const Case& record, const PartId& id, const QString& doctor);

/// `truth` takes the place of the examination that has its identifier. CLK-11, CLK-14, CLK-16
void correctExam(Decision& decision, const Case& record, const Exam& truth, const QString& why,
    const Context& context);

/// The words and the time of an end that the examinations themselves made, as they stand by the
/// decision. CLK-14
void tellEndsOfWaits(
    Decision& decision, const Case& record, const QString& why, const Context& context);

/// That AMHP's last sighting was at another time. CLK-15
struct TrueSighting {
    PartId id; ///< of the line that tells it
    QString amhp;
    Instant at;
    QString why;
};
void correctSighting(
    Decision& decision, const Case& record, const TrueSighting& truth, const Context& context);

}
