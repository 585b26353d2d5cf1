#include "core/paper/form_paper.h"

#include "core/casework/application/printed_form.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString standingText(const Case& record, const PrintedForm& form)
{
    switch (formState(record, form)) {
    case FormState::NeverSent: return u"Not yet e-mailed."_s;
    case FormState::Current: return {};
    case FormState::Stale:
        return u"Changed since it was last e-mailed: %1."_s.arg(
            changedSections(record, form).join(u", "));
    }
    return {};
}

Section issuesSection(const Case& record)
{
    Grid grid;
    grid.columns = {{u"E-mailed"_s, 30}, {u"To"_s, 50}, {u"By"_s, 30}};
    for (const FormIssue& issue : record.formIssues)
        grid.rows.push_back(
            {{Words(zonedText(issue.at)), Words(issue.to), Words(issue.by)}, false});
    grid.whenEmpty = u"Not yet e-mailed."_s;
    return {u"Issues of this form"_s, {}, {grid}, false};
}

}

Paper formPaper(
    const Case& record, const Records& records, const Profile& profile, const PaperFrame& frame)
{
    const PrintedForm form = printedForm(record, records, profile);
    Paper paper = paperOf(frame, u"referral-form"_s, u"AMHP referral form"_s, record.ref);
    paper.version = u"%1-%2"_s.arg(recordVersion({&record}), digestOf(form).left(8));
    paper.standing = standingText(record, form);
    for (const PrintedSection& section : form) {
        Facts facts;
        for (const PrintedField& field : section.fields)
            facts.facts.push_back({field.label,
                field.value.isEmpty() ? Words(u"not yet known"_s, Ink::Quiet)
                                      : Words(field.value)});
        paper.sections.push_back({section.title, {}, {facts}, false});
    }
    paper.sections.push_back(issuesSection(record));
    return paper;
}

}
