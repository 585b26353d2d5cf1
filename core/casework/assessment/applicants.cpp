#include "core/casework/assessment/applicants.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/fallen_flag.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& entryMissing()
{
    static const QString words = u" has no assessment entry on this case."_s;
    return words;
}

QStringList signersWithoutEntry(const Case& record)
{
    QStringList signers;
    for (const Application& each : record.applications)
        if (!isByAssessor(record, each) && !signers.contains(each.signedBy, Qt::CaseInsensitive))
            signers.append(each.signedBy);
    return signers;
}

// Whom a flag says it of, or nobody; those of former versions begin with who assessed.
QString signerIn(const Flagged& flag)
{
    if (flag.clause != u"HO-3.9a"_s || !flag.text.endsWith(entryMissing()))
        return {};
    const QString assessed = u" assessed; "_s;
    const QString who = flag.text.chopped(entryMissing().size());
    const qsizetype former = who.lastIndexOf(assessed);
    return former < 0 ? who : who.sliced(former + assessed.size());
}

bool isFlagged(const Case& record, const QString& signer)
{
    return std::any_of(record.flags.begin(), record.flags.end(), [&signer](const Flagged& each) {
        return signerIn(each).compare(signer, Qt::CaseInsensitive) == 0;
    });
}

}

Flag withoutEntry(const QString& signer)
{
    return {u"HO-3.9a"_s, signer + entryMissing()};
}

void judgeApplicants(Decision& decision, const Case& before, const Case& after)
{
    const QStringList had = signersWithoutEntry(before);
    const QStringList now = signersWithoutEntry(after);
    for (const QString& signer : now)
        if (!had.contains(signer, Qt::CaseInsensitive) && !isFlagged(before, signer))
            decision.flags.push_back(withoutEntry(signer));
    for (const Flagged& each : before.flags) {
        const QString signer = signerIn(each);
        if (!signer.isEmpty() && !now.contains(signer, Qt::CaseInsensitive))
            tellFallen(decision, before, {each.clause, each.text});
    }
}

std::optional<Owed> owedSighting(const Case& record)
{
    const auto& made = record.application;
    if (!made || !isByAmhp(*made) || isByWhoSaw(record, *made))
        return {};
    return Owed{u"CLK-15"_s, u"amhp_saw"_s,
        u"When %1, who signed the application on form %2, last saw the person before it: tell it "
        "with case.amhp_saw, or with their assessment."_s.arg(made->signedBy, made->form),
        u"handover"_s};
}

}
