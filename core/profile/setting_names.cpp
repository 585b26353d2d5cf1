#include "core/profile/setting_names.h"

#include "core/clock/catalogue.h"

#include <QString>

namespace core {

using namespace Qt::StringLiterals;

const QStringList& clockKindNames()
{
    static const QStringList names = [] {
        QStringList keys{u"s136b"_s, u"document_to_follow"_s, u"their_record"_s, u"ring_back"_s,
            u"task"_s, u"interim_check"_s, u"high_risk_review"_s, u"acknowledgement"_s,
            u"gp_copy"_s};
        for (const ClockKind& kind : clockKinds())
            keys.append(kind.key);
        return keys;
    }();
    return names;
}

const std::map<QString, QString>& unreadDurations()
{
    static const std::map<QString, QString> names{
        {u"handover_verbal"_s, u"the slot's \"verbalWithin\""_s},
        {u"oncall_retry"_s, u"the ladder's \"retryAfter\""_s},
        {u"their_record"_s, u"\"their_record_within\""_s},
        {u"document_to_follow"_s, u"\"document_to_follow_within\""_s},
        {u"interim_check"_s, u"\"interim_check_every\""_s}, {u"s136b"_s, {}}, {u"task"_s, {}},
        {u"ring_back"_s, u"\"ring_back_within\""_s}, {u"high_risk_review"_s, {}},
        {u"acknowledgement"_s, u"the setting \"acknowledge_by\""_s},
        {u"gp_copy"_s, u"the setting \"gp_copy_by\""_s}};
    return names;
}

const QStringList& durationNames()
{
    static const QStringList names = clockKindNames()
        + QStringList{u"late_entry_after"_s, u"their_record_within"_s, u"number_stale_after"_s,
            u"alarm_repeat"_s, u"ring_back_within"_s, u"document_to_follow_within"_s,
            u"shift_end_warning"_s, u"bed_liaison_within"_s, u"interim_check_every"_s,
            u"acceptance_times_within"_s, u"crht_notice"_s, u"gp_seen_within"_s,
            u"holidays_warning"_s, u"sign_on_before"_s};
    return names;
}

const QStringList& settingNames()
{
    static const QStringList names{u"older_people_age"_s, u"sitreps_per_day"_s, u"sitrep_at"_s,
        u"s136_superseded_by_application"_s, u"not_controlled_footer"_s, u"gp_copy_by"_s,
        u"working_day_ends_at"_s, u"response_breach_at"_s, u"acknowledge_by"_s, u"handover"_s,
        u"amhp_cover_at_least"_s, u"lives_in_area_by"_s};
    return names;
}

}
