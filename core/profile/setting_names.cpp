#include "core/profile/setting_names.h"

#include <QString>

namespace core {

using namespace Qt::StringLiterals;

const QStringList& clockKindNames()
{
    static const QStringList names{u"s136"_s, u"s136b"_s, u"s135_1"_s, u"s135_warrant"_s, u"s5_2"_s,
        u"s5_4"_s, u"s4"_s, u"s4_admission"_s, u"s2"_s, u"s3"_s, u"cto_recall"_s, u"nr_discharge"_s,
        u"s15_rectification"_s, u"awol"_s, u"amhp_seen_14d"_s, u"conveyance_14d"_s,
        u"exam_gap_5d"_s, u"ed_12h"_s, u"ed_arrival_4h"_s, u"ed_arrival_12h"_s, u"s136_ambulance"_s,
        u"conveyance"_s, u"s136_police_handover"_s, u"s136_attend"_s, u"crht_early_discharge"_s,
        u"police_protection"_s, u"epo"_s, u"strategy_discussion"_s, u"child_decision"_s,
        u"cp_conference"_s, u"pace"_s, u"appropriate_adult"_s, u"pace_bed"_s, u"handover_verbal"_s,
        u"document_to_follow"_s, u"their_record"_s, u"ring_back"_s, u"task"_s, u"oncall_retry"_s,
        u"escalation_ack"_s, u"escalation_response"_s, u"interim_check"_s};
    return names;
}

const QStringList& durationNames()
{
    static const QStringList names = clockKindNames()
        + QStringList{u"late_entry_after"_s, u"their_record_within"_s, u"number_stale_after"_s,
            u"alarm_repeat"_s, u"ring_back_within"_s, u"document_to_follow_within"_s,
            u"shift_end_warning"_s, u"bed_liaison_within"_s, u"interim_check_every"_s,
            u"acceptance_times_within"_s};
    return names;
}

const QStringList& settingNames()
{
    static const QStringList names{u"older_people_age"_s, u"sitreps_per_day"_s, u"sitrep_at"_s,
        u"s136_superseded_by_application"_s, u"not_controlled_footer"_s};
    return names;
}

}
