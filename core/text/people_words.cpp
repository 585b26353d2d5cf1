#include "core/text/people_words.h"

#include "core/profile/profile.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QHash<QString, QString>& special()
{
    static const QHash<QString, QString> all{
        {u"s136"_s, u"s136"_s},
        {u"s135"_s, u"s135"_s},
        {u"s135_1"_s, u"s135(1)"_s},
        {u"s135_2"_s, u"s135(2)"_s},
        {u"s5_2"_s, u"s5(2)"_s},
        {u"s5_4"_s, u"s5(4)"_s},
        {u"s2"_s, u"s2"_s},
        {u"s3"_s, u"s3"_s},
        {u"s4"_s, u"s4"_s},
        {u"s37_41_recall"_s, u"s37/41 recall"_s},
        {u"s136_suite"_s, u"s136 suite"_s},
        {u"s17_leave"_s, u"s17 leave"_s},
        {u"cto"_s, u"CTO"_s},
        {u"cto_recall"_s, u"CTO recall"_s},
        {u"cto_revoked_or_extended"_s, u"CTO revoked or extended"_s},
        {u"awol"_s, u"AWOL"_s},
        {u"pace"_s, u"PACE detention"_s},
        {u"pace_bed"_s, u"PACE bed"_s},
        {u"ed"_s, u"ED"_s},
        {u"ed_acute"_s, u"ED or acute hospital"_s},
        {u"gp"_s, u"GP"_s},
        {u"gp_111"_s, u"GP or 111"_s},
        {u"crht"_s, u"CRHT"_s},
        {u"cmht"_s, u"CMHT"_s},
        {u"mhaa"_s, u"MHA assessment"_s},
        {u"amhp_follow_up"_s, u"AMHP follow-up"_s},
        {u"mca_dols"_s, u"MCA or DoLS"_s},
        {u"declined_rcrp"_s, u"Declined (RCRP)"_s},
        {u"not_detained_crht"_s, u"Not detained: CRHT"_s},
        {u"not_detained_cmht_other"_s, u"Not detained: CMHT or other service"_s},
        {u"not_detained_nfa"_s, u"Not detained: no further action"_s},
        {u"not_detained_gp"_s, u"Not detained: GP"_s},
        {u"discharged_from_s136"_s, u"Discharged from s136"_s},
        {u"not_completed_no_bed"_s, u"Not completed: no bed"_s},
        {u"not_completed_no_doctor"_s, u"Not completed: no doctor"_s},
        {u"not_completed_no_access"_s, u"Not completed: no access"_s},
        {u"not_completed_unfit"_s, u"Not completed: unfit"_s},
        {u"not_completed_police_unavailable"_s, u"Not completed: police unavailable"_s},
        {u"amhp_report"_s, u"AMHP report"_s},
        {u"rio_record"_s, u"RiO record"_s},
        {u"A4_first"_s, u"A4, first"_s},
        {u"A4_second"_s, u"A4, second"_s},
        {u"A8_first"_s, u"A8, first"_s},
        {u"A8_second"_s, u"A8, second"_s},
        {u"E1"_s, u"E1 now"_s},
        {u"E2"_s, u"E2 within 2 h"_s},
        {u"E3"_s, u"E3 this shift"_s},
        {u"N"_s, u"N next working day"_s},
        {u"out_of_area"_s, u"Out of area"_s},
        {u"camhs"_s, u"CAMHS"_s},
        {u"camhs_tier_4"_s, u"CAMHS tier 4"_s},
        {u"picu"_s, u"PICU"_s},
        {u"pace_detention"_s, u"PACE detention"_s},
        {u"appropriate_adult"_s, u"Appropriate Adult"_s},
        {u"ed_12h"_s, u"12 hours in ED"_s},
        {u"amhp"_s, u"AMHP"_s},
        {u"amhp_lead"_s, u"AMHP Lead"_s},
        {u"critical_clock"_s, u"Critical clock running"_s},
        {u"on_call_manager"_s, u"On-call manager"_s},
        {u"edt_officer"_s, u"EDT officer"_s},
        {u"edt_admin"_s, u"EDT Admin"_s},
        {u"s12_doctor"_s, u"s12 doctor"_s},
        {u"nhs_111"_s, u"NHS 111"_s},
        {u"it_access"_s, u"IT access"_s},
        {u"mha_referral_outcome_dispute"_s, u"MHA referral: outcome in dispute"_s},
        {u"on_call_manager_difficulty"_s,
            u"On-call manager could not be reached or did not decide"_s},
        {u"older_functional"_s, u"Older people, functional"_s},
        {u"older_organic"_s, u"Older people, organic"_s},
        {u"public"_s, u"Public place"_s},
        {u"doctor_1"_s, u"First doctor"_s},
        {u"doctor_2"_s, u"Second doctor"_s},
        {u"self"_s, u"The person"_s},
        {u"sitrep"_s, u"SITREP"_s},
    };
    return all;
}

}

QString peopleWords(const QString& code)
{
    if (const auto found = special().constFind(code); found != special().constEnd())
        return *found;
    QString text = spokenWords(code);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString spokenWords(const QString& code)
{
    const auto found = special().constFind(code);
    if (found == special().constEnd())
        return QString(code).replace(u'_', u' ');
    const bool ordinary = found->size() > 1 && found->at(0).isUpper() && found->at(1).isLower();
    return ordinary ? found->at(0).toLower() + found->mid(1) : *found;
}

QString roleWords(const QString& role, const Profile& profile)
{
    const RoleKind* known = profile.role(role);
    return known ? known->name : peopleWords(role);
}

}
