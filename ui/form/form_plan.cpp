#include "ui/form/form_plan.h"

#include "ui/form/handover_plans.h"
#include "ui/form/visit_plans.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QHash<QString, FormPlan> common{
    {u"user.add"_s,
        {u"Add somebody"_s, u"Add"_s, {u"name"_s, u"login"_s, u"service"_s, u"roles"_s, u"amhp"_s},
            {{u"login"_s, u"Short name to sign in by"_s}, {u"roles"_s, u"Roles"_s}}, {}}},
    {u"case.note"_s, {u"Note"_s, u"Save note"_s, {u"words"_s}, {}, {}}},
    {u"case.correct"_s,
        {u"Correct an entry"_s, u"Save correction"_s, {u"entry"_s, u"words"_s, u"reason"_s}, {},
            u"words"_s}},
    {u"case.decide"_s,
        {u"Decision"_s, u"Save decision"_s,
            {u"decision"_s, u"reason"_s, u"persons_view"_s, u"carers_view"_s}, {}, {}}},
    {u"case.task"_s,
        {u"Task"_s, u"Save task"_s, {u"what"_s, u"who"_s, u"due"_s, u"kind"_s},
            {{u"kind"_s, u"Kind of task"_s}}, {}}},
    {u"case.clock_start"_s,
        {u"Start a clock"_s, u"Start clock"_s, {u"kind"_s}, {{u"kind"_s, u"Kind of clock"_s}}, {}}},
    {u"case.task_done"_s,
        {u"Task done"_s, u"Mark done"_s, {u"task"_s, u"result"_s}, {}, u"result"_s}},
    {u"case.status"_s,
        {u"Legal status"_s, u"Save status"_s, {u"status"_s, u"start"_s, u"evidence"_s}, {}, {}}},
    {u"case.place"_s,
        {u"Where the person is"_s, u"Save place"_s, {u"kind"_s, u"detail"_s, u"planned"_s}, {},
            {}}},
    {u"case.stage"_s, {u"Stage"_s, u"Save stage"_s, {u"stage"_s}, {}, {}}},
    {u"case.allocate"_s, {u"Allocate"_s, u"Allocate"_s, {u"to"_s}, {}, {}}},
    {u"case.doctor_call"_s,
        {u"Doctor call"_s, u"Save call"_s,
            {u"name"_s, u"number"_s, u"result"_s, u"available_from"_s, u"s12"_s,
                u"knows_patient"_s},
            {}, {}}},
    {u"case.close"_s,
        {u"Close the case"_s, u"Close case"_s, {u"outcome"_s, u"words"_s, u"clock_outcomes"_s}, {},
            {}}},
    {u"case.referral"_s,
        {u"Referral form"_s, u"Save referral"_s,
            {u"referrer_name"_s, u"referrer_role"_s, u"referrer_organisation"_s,
                u"referrer_number"_s, u"why_now"_s, u"history"_s, u"risk_self"_s, u"risk_others"_s,
                u"protective"_s, u"fit_for_assessment"_s, u"nr_name"_s, u"nr_relationship"_s,
                u"nr_telephone"_s, u"nr_informed"_s},
            {}, {}}},
    {u"conflict.settle"_s,
        {u"Settle what two desks wrote"_s, u"Let it stand"_s, {u"words"_s},
            {{u"words"_s, u"Why it stands; or the words that stand instead of both"_s}}, {}}},
    {u"desk.withdraw"_s,
        {u"Believe a desk no longer"_s, u"Believe it no longer"_s, {u"why"_s}, {}, {}}},
    {u"profile.publish"_s,
        {u"Publish a version of the profile"_s, u"Publish"_s,
            {u"reason"_s, u"approved_by"_s, u"effective"_s, u"from"_s, u"profile"_s}, {},
            u"reason"_s}},
    {u"person.update"_s,
        {u"Person"_s, u"Save person"_s,
            {u"name"_s, u"born"_s, u"estimated_age"_s, u"nhs_number"_s, u"gender"_s, u"address"_s,
                u"postcode"_s, u"telephone"_s, u"council"_s, u"language"_s, u"interpreter"_s,
                u"communication_needs"_s, u"access_notes"_s, u"risks"_s},
            {}, {}}},
    {u"contact.describe"_s,
        {u"What else is known"_s, u"Save what is known"_s,
            {u"source"_s, u"caller_name"_s, u"call_back"_s, u"category"_s, u"concerns"_s,
                u"age_text"_s, u"council"_s, u"place"_s, u"immediate_danger"_s, u"can_wait"_s,
                u"urgency"_s, u"wanted"_s, u"rcrp"_s},
            {}, u"source"_s}},
    {u"duty.start"_s,
        {u"Start of duty"_s, u"Start duty"_s,
            {u"officers"_s, u"manager"_s, u"manager_number"_s, u"until"_s, u"known_events"_s}, {},
            {}}},
    {u"duty.ring_back"_s,
        {u"Ring back by"_s, u"Promise"_s, {u"whom"_s, u"number"_s, u"by"_s, u"case"_s}, {}, {}}},
    {u"duty.attempt"_s,
        {u"Telephone call"_s, u"Save call"_s,
            {u"contact"_s, u"number"_s, u"result"_s, u"about"_s, u"decision"_s, u"direction"_s,
                u"urgent"_s},
            {}, {}}},
    {u"duty.rang_back"_s,
        {u"Rung back"_s, u"Save call-back"_s, {u"id"_s, u"result"_s}, {}, u"result"_s}},
    {u"duty.note"_s, {u"Line on the record"_s, u"Save line"_s, {u"words"_s}, {}, {}}},
    {u"duty.sign_off"_s, {u"Sign off as it stands"_s, u"Sign off"_s, {}, {}, {}}},
    {u"sitrep.issue"_s,
        {u"Issue this SITREP"_s, u"Issue"_s, {u"narrative"_s, u"pressure"_s}, {}, {}}},
    {u"sitrep.sent"_s, {u"It was e-mailed"_s, u"Save"_s, {u"to"_s}, {}, {}}},
    {u"duty.rang_manager"_s,
        {u"Rang the manager"_s, u"Save call"_s,
            {u"result"_s, u"urgent"_s, u"about"_s, u"decision"_s, u"direction"_s, u"case"_s}, {},
            {}}},
};

}

FormPlan planFor(const QString& command)
{
    static const QHash<QString, FormPlan> plans = [] {
        QHash<QString, FormPlan> all = common;
        all.insert(handoverPlans());
        all.insert(visitPlans());
        return all;
    }();
    return plans.value(command);
}

}
