#include "core/paper/chronicle_bed.h"

#include "core/casework/application/applications.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core::chronicle {

// CLK-20
static QString authorityOf(const Case& record, const Application& made)
{
    return record.applicantAuthority.isEmpty() || lastForAssessment(record) != &made
        ? QString()
        : u"for "_s + record.applicantAuthority;
}

void addBed(Lines& lines, const Case& record)
{
    for (const AdmissionDecision& each : record.admissionDecisions)
        add(lines, each.at, "bed",
            joined(
                {each.by.isEmpty() ? u"Decision to admit"_s : u"Decision to admit by "_s + each.by,
                    each.at == record.decisionToAdmit ? QString()
                                                      : u"told too, the earlier counts"_s}));
    for (const Bed& bed : record.beds)
        add(lines, bed.at, "bed",
            joined({u"Bed: %1"_s.arg(spokenWords(bed.result)), spokenWords(bed.type), bed.hospital,
                bed.availableFrom ? u"free from "_s + dateTimeText(*bed.availableFrom)
                                  : QString()}),
            bed.by);
    for (const Application& each : record.applications)
        add(lines, each.signedAt, "application",
            joined({u"Application %1 signed"_s.arg(each.form), each.hospital,
                authorityOf(record, each)}),
            each.signedBy);
    addIf(lines, record.conveyanceRequested, "conveyance", u"Conveyance requested"_s);
    addIf(lines, record.conveyanceArrived, "conveyance", u"Conveyance arrived"_s);
    addIf(lines, record.admittedAt, "admitted", u"Admitted: %1"_s.arg(record.admittedTo));
}

}
