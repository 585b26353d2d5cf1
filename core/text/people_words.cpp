#include "core/text/people_words.h"

#include "core/profile/profile.h"

#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Codes whose words are not the code's own.
constexpr std::pair<const char*, const char*> specials[] = {
    {"s136", "s136"},
    {"s135", "s135"},
    {"s135_1", "s135(1)"},
    {"s135_2", "s135(2)"},
    {"s5_2", "s5(2)"},
    {"s5_4", "s5(4)"},
    {"s2", "s2"},
    {"s3", "s3"},
    {"s4", "s4"},
    {"s37_41_recall", "s37/41 recall"},
    {"s136_suite", "s136 suite"},
    {"s17_leave", "s17 leave"},
    {"cto", "CTO"},
    {"cto_recall", "CTO recall"},
    {"cto_revoked_or_extended", "CTO revoked or extended"},
    {"awol", "AWOL"},
    {"pace", "PACE detention"},
    {"pace_bed", "PACE bed"},
    {"ed", "ED"},
    {"ed_acute", "ED or acute hospital"},
    {"gp", "GP"},
    {"gp_111", "GP or 111"},
    {"crht", "CRHT"},
    {"cmht", "CMHT"},
    {"mhaa", "MHA assessment"},
    {"amhp_follow_up", "AMHP follow-up"},
    {"mca_dols", "MCA or DoLS"},
    {"declined_rcrp", "Declined (RCRP)"},
    {"not_detained_crht", "Not detained: CRHT"},
    {"not_detained_cmht_other", "Not detained: CMHT or other service"},
    {"not_detained_nfa", "Not detained: no further action"},
    {"not_detained_gp", "Not detained: GP"},
    {"discharged_from_s136", "Discharged from s136"},
    {"not_completed_no_bed", "Not completed: no bed"},
    {"not_completed_no_doctor", "Not completed: no doctor"},
    {"not_completed_no_access", "Not completed: no access"},
    {"not_completed_unfit", "Not completed: unfit"},
    {"not_completed_police_unavailable", "Not completed: police unavailable"},
    {"amhp_report", "AMHP report"},
    {"rio_record", "RiO record"},
    {"A4_first", "A4, first"},
    {"A4_second", "A4, second"},
    {"A8_first", "A8, first"},
    {"A8_second", "A8, second"},
    {"E1", "E1 now"},
    {"E2", "E2 within 2 h"},
    {"E3", "E3 this shift"},
    {"N", "N next working day"},
    {"out_of_area", "Out of area"},
    {"camhs", "CAMHS"},
    {"childrens", "Children's"},
    {"attend_assessment", "Attending the assessment"},
    {"case_responsibility", "Taking responsibility for the case"},
    {"camhs_tier_4", "CAMHS tier 4"},
    {"picu", "PICU"},
    {"pace_detention", "PACE detention"},
    {"appropriate_adult", "Appropriate Adult"},
    {"ed_12h", "12 hours in ED"},
    {"amhp", "AMHP"},
    {"amhp_lead", "AMHP Lead"},
    {"critical_clock", "Critical clock running"},
    {"on_call_manager", "On-call manager"},
    {"edt_officer", "EDT officer"},
    {"edt_admin", "EDT Admin"},
    {"edt_team_manager", "EDT team manager"},
    {"edt_governance", "EDT governance"},
    {"s12_doctor", "s12 doctor"},
    {"nhs_111", "NHS 111"},
    {"it_access", "IT access"},
    {"mha_referral_outcome_dispute", "MHA referral: outcome in dispute"},
    {"on_call_manager_difficulty", "On-call manager could not be reached or did not decide"},
    {"older_functional", "Older people, functional"},
    {"older_organic", "Older people, organic"},
    {"public", "Public place"},
    {"doctor_1", "First doctor"},
    {"doctor_2", "Second doctor"},
    {"self", "The person"},
    {"sitrep", "SITREP"},
};

const QHash<QString, QString>& special()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> words;
        for (const auto& [code, text] : specials)
            words.insert(QString::fromLatin1(code), QString::fromLatin1(text));
        return words;
    }();
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
