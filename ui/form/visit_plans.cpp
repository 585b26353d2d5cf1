#include "ui/form/visit_plans.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QHash<QString, FormPlan> plans{
    {u"visit.start"_s,
        {u"Out on a visit"_s, u"Go out"_s,
            {u"where"_s, u"back_by"_s, u"next_check"_s, u"answers"_s, u"watches"_s, u"vehicle"_s,
                u"number"_s, u"with"_s, u"risks"_s},
            {{u"back_by"_s, u"Expected back"_s}, {u"next_check"_s, u"Next check-in"_s},
                {u"answers"_s, u"Answers the telephone"_s}, {u"watches"_s, u"Watches the clocks"_s},
                {u"with"_s, u"Goes along"_s}, {u"check_every"_s, u"Minutes between check-ins"_s}},
            u"where"_s}},
    {u"visit.check_in"_s,
        {u"Check-in from a visit"_s, u"Save check-in"_s,
            {u"visit"_s, u"words"_s, u"next_check"_s, u"back_by"_s},
            {{u"back_by"_s, u"Expected back"_s}, {u"next_check"_s, u"Next check-in"_s}},
            u"words"_s}},
    {u"visit.change"_s,
        {u"Change a visit"_s, u"Save change"_s,
            {u"visit"_s, u"where"_s, u"back_by"_s, u"answers"_s, u"watches"_s},
            {{u"back_by"_s, u"Expected back"_s}, {u"next_check"_s, u"Next check-in"_s},
                {u"answers"_s, u"Answers the telephone"_s},
                {u"watches"_s, u"Watches the clocks"_s}},
            u"where"_s}},
    {u"visit.raise_alarm"_s,
        {u"Nothing heard: raise the alarm"_s, u"Save alarm"_s, {u"visit"_s, u"told"_s, u"words"_s},
            {{u"told"_s, u"Who was told"_s}}, u"told"_s}},
    {u"visit.return"_s,
        {u"Back from a visit"_s, u"Back"_s, {u"visit"_s, u"words"_s}, {}, u"words"_s}},
    {u"visit.write_up"_s,
        {u"Write up a visit"_s, u"Save all notes"_s, {u"entries"_s, u"reason"_s},
            {{u"entries"_s, u"Notes"_s}}, {}}},
    {u"alert.add"_s,
        {u"Alert for tonight"_s, u"Add alert"_s,
            {u"name"_s, u"telephone"_s, u"address"_s, u"caller"_s, u"words"_s, u"plan"_s,
                u"until"_s, u"given_by"_s, u"given_team"_s},
            {{u"words"_s, u"What may happen"_s}, {u"until"_s, u"Holds until"_s},
                {u"given_by"_s, u"Who gave it"_s}, {u"given_team"_s, u"Their team"_s}},
            u"name"_s}},
    {u"alert.withdraw"_s,
        {u"Withdraw an alert"_s, u"Withdraw"_s, {u"alert"_s, u"reason"_s}, {}, u"reason"_s}},
};

}

QHash<QString, FormPlan> visitPlans()
{
    return plans;
}

}
