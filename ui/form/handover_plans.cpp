#include "ui/form/handover_plans.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QHash<QString, FormPlan> giversPlans()
{
    return {
        {u"handover.propose"_s,
            {u"Propose the handover"_s, u"Propose"_s, {u"reason"_s, u"why"_s, u"ipass"_s},
                {{u"why"_s, u"Why they fit"_s},
                    {u"ipass"_s, u"I-PASS; the clocks go by themselves"_s}},
                {}}},
        {u"handover.inform"_s,
            {u"Information only"_s, u"Save information"_s, {u"words"_s}, {}, {}}},
        {u"handover.keep"_s, {u"Keep the case"_s, u"Keep"_s, {u"reason"_s}, {}, {}}},
        {u"handover.discuss"_s,
            {u"Senior discussion"_s, u"Save discussion"_s,
                {u"with"_s, u"role"_s, u"agreed"_s, u"cases"_s}, {}, {}}},
        {u"handover.accept_by_telephone"_s,
            {u"Accepted by telephone"_s, u"Save acceptance"_s,
                {u"accepter"_s, u"role"_s, u"words"_s}, {}, {}}},
        {u"handover.decline_by_telephone"_s,
            {u"Declined by telephone"_s, u"Save decline"_s,
                {u"decliner"_s, u"role"_s, u"reason"_s, u"next_step"_s}, {}, {}}},
        {u"handover.practitioner_call"_s,
            {u"Two practitioners spoke"_s, u"Save call"_s,
                {u"giver"_s, u"taker"_s, u"started"_s, u"ended"_s, u"words"_s}, {}, {}}},
        {u"handover.compare_code"_s,
            {u"Word code of this handover"_s, u"Compare"_s, {u"code"_s},
                {{u"code"_s, u"The three words that the other end reads out"_s}}, {}}},
        {u"handover.confirm"_s,
            {u"Their record is here"_s, u"File it"_s, {u"reference"_s}, {}, {}}},
        {u"handover.withdraw"_s,
            {u"Withdraw the proposal"_s, u"Withdraw"_s, {u"reason"_s}, {}, {}}},
    };
}

QHash<QString, FormPlan> documentPlans()
{
    return {
        {u"case.documents_emailed"_s,
            {u"Documents e-mailed"_s, u"Save sending"_s, {u"to"_s, u"kinds"_s}, {}, u"to"_s}},
        {u"case.form_emailed"_s,
            {u"Referral form e-mailed"_s, u"Save: it was sent"_s, {u"to"_s}, {}, {}}},
        {u"case.document"_s,
            {u"Note a document"_s, u"Save document"_s,
                {u"kind"_s, u"state"_s, u"file_hash"_s, u"title"_s, u"location"_s, u"follows_by"_s,
                    u"owner"_s, u"reason"_s},
                {{u"file_hash"_s, u"File to attach"_s}}, {}}},
        {u"case.document_arrived"_s,
            {u"A document arrived"_s, u"Save: it is here"_s,
                {u"document"_s, u"kind"_s, u"file_hash"_s, u"location"_s},
                {{u"file_hash"_s, u"File to attach"_s}}, {}}},
    };
}

QHash<QString, FormPlan> receiversPlans()
{
    return {
        {u"handover.read_back"_s,
            {u"Read back"_s, u"Save read-back"_s, {u"clock"_s, u"next_action"_s, u"if_then"_s}, {},
                {}, {u"clock"_s}}},
        {u"handover.accept"_s,
            {u"Accept responsibility"_s, u"Accept"_s, {u"words"_s, u"stays"_s, u"agreed_actions"_s},
                {}, {}}},
        {u"handover.decline"_s,
            {u"Decline"_s, u"Decline"_s, {u"reason"_s, u"next_step"_s}, {}, {}}},
    };
}

QHash<QString, FormPlan> sessionPlans()
{
    return {
        {u"handover.coordinators"_s,
            {u"Coordinators"_s, u"Save names"_s, {u"coordinators"_s}, {}, {}}},
        {u"handover.verbal"_s,
            {u"Times of the call, and who spoke"_s, u"Save times"_s,
                {u"started"_s, u"ended"_s, u"speakers"_s, u"mode"_s},
                {{u"speakers"_s, u"Who spoke; the coordinators if left empty"_s}}, {}}},
        {u"handover.close_window"_s,
            {u"Close the session; what has no disposition stays with the sender, by name"_s,
                u"Close session"_s, {}, {}, {}}},
    };
}

}

QHash<QString, FormPlan> handoverPlans()
{
    QHash<QString, FormPlan> plans = giversPlans();
    plans.insert(documentPlans());
    plans.insert(receiversPlans());
    plans.insert(sessionPlans());
    return plans;
}

}
