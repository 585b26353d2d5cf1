#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTime>

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace core {

using Minutes = std::chrono::minutes;

/// A telephone number or address with the date somebody last confirmed it. ESC-5.2, COOP-3.C.
struct ContactPoint {
    QString key;
    QString name; ///< "On-call manager", "Police inspector, North"
    QString organisation;
    QString number;
    QString instruction; ///< "bleep 500", "switchboard, ask for the site manager"
    QString email;
    std::optional<QDate> verified; ///< none: unverified
};

/// Opening hours on one weekday, local time, half-open; `to` at or before `from` runs into the next
/// day.
struct Hours {
    int weekday = 1; ///< 1 Monday … 7 Sunday
    QTime from;
    QTime to;
};

/// A service that can hold responsibility for cases.
struct Service {
    QString key; ///< "edt", "amhp-day"
    QString name; ///< "Emergency Duty Team"
    QString organisation;
    QString email;
    QString
        book; ///< "oncall-record" or "allocation-sheet": where its acceptances are read. HO-3.6c
    QString leadRole; ///< role key of its coordinator: "on_call_manager", "amhp_lead". HO-3.2a
    QString leadCouncil; ///< the council that leads a service shared by several. S3-i
    bool adultsOnly = false; ///< may not take on children; they are passed on. S3-R1, S3-R6
    bool callCare = false; ///< answers the telephone; an officer takes over. S3-iii, S3-vii
    std::vector<QTime> shiftStarts; ///< of a service day and night: when its shifts change. S3-ii
};

/// Who receives new work of one kind: the day service in its hours on working days, else the other.
struct WorkKind {
    QString key; ///< "mhaa", "general"
    QString name;
    QString dayService;
    QString outOfHoursService;
    std::vector<Hours> dayHours;
    bool openOnBankHolidays = false; ///< the day service keeps its hours on them too. Q5
    bool fridayHoursMoveBack = false; ///< to the Thursday before a Friday that is one. Q6
};

/// A daily handover slot between two services. HO-3.1.
struct HandoverSlot {
    QString key; ///< "am", "pm"
    QString from; ///< giving service
    QString to; ///< receiving service
    QTime opens; ///< 08:45
    QTime starts; ///< 09:00: the slot's end and the receiving service's start
    Minutes verbalWithin{30};
    QStringList kinds; ///< kinds of work this route carries. HO-3.1a
    bool onBankHolidays = false; ///< held on them too, Monday to Friday. Q1
    QTime leadFrom; ///< when the receiver's coordinator begins to answer, for handover only. Q4
};

struct Rung {
    QString key;
    QStringList roles; ///< either of these people. ESC-6.1d
    QString name;
    QString number; ///< the only one to ring here; may be empty above the first rung: owed
};

struct Ladder {
    QString key;
    Minutes retryAfter{15}; ///< ESC-6.1f
    int attemptsBeforeClimb = 3; ///< Q9
    Minutes urgentRetry{2}; ///< Q10
    std::vector<Rung> rungs;
};

/// A route by which a concern goes to an organisation. ESC-4.1
struct EscalationRoute {
    QString key;
    QString name; ///< the organisation's
    QString kind; ///< "form", "email", "phone", "datix" or "complaints"
    QString contact; ///< key of a contact; may be empty for a form
    QString hours; ///< "always", "in_hours" or "out_of_hours"
    QStringList levels; ///< roles, lowest first: level 1, 2, 3. ESC-3.3
};

/// A step of a timed pathway: whom to tell what, so long after the start. ESC-4.3 to ESC-4.5
struct PathwayStep {
    Minutes after{0};
    QString whom;
    QString what;
};

/// A timed pathway: of beds, or of the 12 hours in one hospital. Without steps: ask the owner.
struct Pathway {
    QString key;
    QString name;
    QString starts; ///< "decision_to_admit", "ed_12h", or "by_hand"
    QString place; ///< words that the place must contain: the hospital; empty: any
    QString clause;
    std::vector<PathwayStep> steps;
};

struct Team {
    QString key;
    QString name;
    QString council;
    QString
        audience; ///< "children", "adults", "amhp-day", "gp-admin", "crht", …: the send-list's kind
    QString email;
    QStringList postcodes; ///< outward codes of its catchment, may be empty
    QString procedure; ///< its own way of referral: a link, a telephone, a form. COOP-2.1
};

struct Council {
    QString key; ///< "cbc"
    QString name;
    QString caseSystem; ///< what its records system is called: "RiO", "Mosaic"
};

struct RoleKind {
    QString key; ///< "edt_officer"
    QString name;
    QStringList services; ///< services whose staff may hold it; empty: any
    bool senior = false; ///< its discussion meets HO-3.3 (on-call manager, AMHP Lead)
    bool mayAccept = false; ///< may accept responsibility for its service
    QStringList mayRecord; ///< the only fields of a contact it may fill in; empty: all. S3-iii
    bool decides = true; ///< false: writes down what others decided. S3-R3
};

/// How many shifts a month somebody of a band works in a role. COM-3.11c, Q22
struct RotaLimit {
    QString key; ///< the band
    QString name;
    QString role; ///< of the shifts that count
    int fewest = 1;
    int most = 4;
};

/// A service area, from one JSON file. Times of day are London local time; durations are elapsed.
struct Profile {
    QString key; ///< "anyshire"
    QString name;
    QString version;
    QDate effective;
    QString approvedBy; ///< named approver. FM-3
    std::vector<Council> councils;
    std::vector<Service> services;
    std::vector<WorkKind> work;
    std::vector<HandoverSlot> handoverSlots;
    std::vector<Ladder> ladders;
    std::vector<EscalationRoute> escalationRoutes;
    std::vector<Pathway> pathways;
    std::vector<Team> teams;
    std::vector<ContactPoint> contacts;
    std::vector<RoleKind> roles;
    std::vector<RotaLimit> rotaLimits;
    std::vector<Hours> officeHours; ///< where one service works day and night: the others' office
    QStringList secureDomains; ///< DCB1596 allow-list, e.g. "nhs.net", "*.gov.uk"
    std::vector<QDate> closureDays; ///< local closure days, not bank holidays
    std::vector<QDate> extraHolidays; ///< proclaimed after this release
    QString marking; ///< "OFFICIAL-SENSITIVE – PERSONAL"
    std::map<QString, Minutes>
        durations; ///< settings by name, e.g. "late_entry_after", "their_record_within"
    QStringList inWorkingDays; ///< of `durations`, those of a same day that are in working days
    std::map<QString, std::vector<Minutes>>
        warnings; ///< clock kind → warnings before due, longest first
    std::map<QString, QString> settings; ///< other settings by name, e.g. "older_people_age"
    QByteArray digest; ///< SHA-256 of the file's bytes: what a decided event names

    const Service* service(const QString& wanted) const;
    const WorkKind* workKind(const QString& wanted) const;
    const HandoverSlot* slot(const QString& wanted) const;
    const Council* council(const QString& wanted) const;
    const Team* team(const QString& wanted) const;
    const RoleKind* role(const QString& wanted) const;
    const EscalationRoute* escalationRoute(const QString& wanted) const;
    const ContactPoint* contact(const QString& wanted) const;
    const RotaLimit* rotaLimit(const QString& wanted) const;
    /// Living in the area goes by the council of the GP practice, else by that of the address. Q14
    bool livesByGp() const;
    /// Cases change hands between the shifts of one service and not between services. S3-ii
    bool handsOverByShift() const;
    Minutes duration(const QString& wanted, Minutes otherwise) const;
    QString setting(const QString& wanted, const QString& otherwise) const;
    /// A setting that is a time of day, London.
    QTime settingTime(const QString& wanted, QTime otherwise) const;
};

/// What is wrong with a profile, where, and what to write instead.
struct ProfileProblem {
    QString path; ///< JSON path, "services[1].hours[0].from"
    QString text;
    QString mend;
};

/// The profile in `json`, or everything that is wrong with it (unknown key, missing value, wrong
/// type, dangling reference, overlapping hours …).
std::variant<Profile, std::vector<ProfileProblem>> readProfile(const QByteArray& json);

/// What is owed in a profile that can be used: numbers that nobody verified within
/// `number_stale_after`, rungs without number, teams without address.
std::vector<ProfileProblem> unfinished(const Profile& profile, QDate today);

}
