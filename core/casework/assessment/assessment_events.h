#pragma once

#include "core/casework/parts.h"

namespace core {

/// Who is asked to attend (records §2.3, 8).
enum class AttendeeRole {
    Amhp,
    Doctor1,
    Doctor2,
    Crht,
    Camhs,
    Police,
    Ambulance,
    Interpreter,
    AppropriateAdult,
    Locksmith,
    Other
};
template <>
inline constexpr const char* words<AttendeeRole>[] = {"amhp", "doctor_1", "doctor_2", "crht",
    "camhs", "police", "ambulance", "interpreter", "appropriate_adult", "locksmith", "other"};

enum class DoctorAnswer { Available, Declined, NoAnswer, Voicemail };
template <>
inline constexpr const char* words<DoctorAnswer>[]
    = {"available", "declined", "no_answer", "voicemail"};

enum class BedType {
    AdultAcute,
    Picu,
    OlderFunctional,
    OlderOrganic,
    CamhsTier4,
    LearningDisability,
    Perinatal,
    Other
};
template <>
inline constexpr const char* words<BedType>[] = {"adult_acute", "picu", "older_functional",
    "older_organic", "camhs_tier_4", "learning_disability", "perinatal", "other"};

enum class BedAnswer { Searching, Offered, Declined, None };
template <>
inline constexpr const char* words<BedAnswer>[] = {"searching", "offered", "declined", "none"};

/// Statutory application forms: by the nearest relative (A1, A5, A9) or an AMHP.
enum class ApplicationForm { A1, A2, A5, A6, A9, A10 };
template <>
inline constexpr const char* words<ApplicationForm>[] = {"A1", "A2", "A5", "A6", "A9", "A10"};

struct AttendeeAdded {
    static constexpr const char* type = "case.attendee_added";
    PartId id;
    AttendeeRole role = AttendeeRole::Other;
    QString name;
    QString number;
    std::optional<Instant> requestedAt;
    std::optional<Instant> confirmedAt;
    std::optional<Instant> expectedAt;
    std::optional<Instant> arrivedAt;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("role", s.role);
        v("name", s.name);
        v("number", s.number);
        v("requested_at", s.requestedAt);
        v("confirmed_at", s.confirmedAt);
        v("expected_at", s.expectedAt);
        v("arrived_at", s.arrivedAt);
    }
};

/// What became known of somebody who was asked to attend; what is left out stays.
struct AttendeeChanged {
    static constexpr const char* type = "case.attendee_changed";
    PartId id;
    std::optional<QString> name;
    std::optional<QString> number;
    std::optional<Instant> requestedAt;
    std::optional<Instant> confirmedAt;
    std::optional<Instant> expectedAt;
    std::optional<Instant> arrivedAt;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("name", s.name);
        v("number", s.number);
        v("requested_at", s.requestedAt);
        v("confirmed_at", s.confirmedAt);
        v("expected_at", s.expectedAt);
        v("arrived_at", s.arrivedAt);
    }
};

struct DoctorCalled {
    static constexpr const char* type = "case.doctor_called";
    PartId id;
    QString name;
    QString number;
    DoctorAnswer result = DoctorAnswer::NoAnswer;
    std::optional<Instant> availableFrom;
    bool s12 = false;
    bool knowsPatient = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("name", s.name);
        v("number", s.number);
        v("result", s.result);
        v("available_from", s.availableFrom);
        v("s12", s.s12);
        v("knows_patient", s.knowsPatient);
    }
};

struct AlternativeExplored {
    static constexpr const char* type = "case.alternative_explored";
    PartId id;
    Alternative option = Alternative::Other;
    AlternativeAnswer answer = AlternativeAnswer::Tried;
    QString who;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("option", s.option);
        v("answer", s.answer);
        v("who", s.who);
        v("reason", s.reason);
    }
};

/// What became known of the assessment; what is left out stays. HO-3.9a
struct AssessmentRecorded {
    static constexpr const char* type = "case.assessment_recorded";
    bool again = false; ///< a re-assessment: the one before is kept. HO-3.9d
    std::optional<Instant> plannedAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<QString> place;
    UserId amhp;
    QString amhpName;
    std::optional<Outcome> outcome;
    std::optional<QString> reasons;
    std::optional<QString> personsView;
    std::optional<QString> carersView;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("again", s.again);
        v("planned_at", s.plannedAt);
        v("started_at", s.startedAt);
        v("ended_at", s.endedAt);
        v("place", s.place);
        v("amhp", s.amhp);
        v("amhp_name", s.amhpName);
        v("outcome", s.outcome);
        v("reasons", s.reasons);
        v("persons_view", s.personsView);
        v("carers_view", s.carersView);
    }
};

struct BedSought {
    static constexpr const char* type = "case.bed_sought";
    PartId id;
    std::optional<BedType> bedType;
    BedAnswer result = BedAnswer::Searching;
    QString hospital;
    std::optional<Instant> availableFrom;
    QString crht;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("bed_type", s.bedType);
        v("result", s.result);
        v("hospital", s.hospital);
        v("available_from", s.availableFrom);
        v("crht", s.crht);
    }
};

/// It was decided that a bed is needed; not when one was found, and not at another time that was
/// told in error. CLK-40
struct AdmissionDecided {
    static constexpr const char* type = "case.admission_decided";
    QString by;
    std::optional<Instant> insteadOf = {};

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("by", s.by);
        v("instead_of", s.insteadOf);
    }
};

struct ApplicationPlanned {
    static constexpr const char* type = "case.application_planned";
    ApplicationForm form = ApplicationForm::A2;
    UserId signer;
    QString signedBy;
    QString hospital;
    std::optional<Instant> plannedAt;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("form", s.form);
        v("signer", s.signer);
        v("signed_by", s.signedBy);
        v("hospital", s.hospital);
        v("planned_at", s.plannedAt);
    }
};

/// `occurred` is when it was signed.
struct ApplicationSigned {
    static constexpr const char* type = "case.application_signed";
    ApplicationForm form = ApplicationForm::A2;
    UserId signer; ///< none when not a user of the desk
    QString signedBy;
    QString hospital;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("form", s.form);
        v("signer", s.signer);
        v("signed_by", s.signedBy);
        v("hospital", s.hospital);
    }
};

/// Whether the assessing AMHP can be reached after the shift. No reason is asked. HO-3.9b
struct AvailabilityTold {
    static constexpr const char* type = "case.availability_told";
    bool available = false;
    std::optional<Instant> until;
    QString number;
    QString amhpName;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("available", s.available);
        v("until", s.until);
        v("number", s.number);
        v("amhp_name", s.amhpName);
    }
};

struct ConveyanceNoted {
    static constexpr const char* type = "case.conveyance_noted";
    std::optional<Instant> requestedAt;
    std::optional<Instant> arrivedAt;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("requested_at", s.requestedAt);
        v("arrived_at", s.arrivedAt);
    }
};

/// `occurred` is the time on form H3.
struct PersonAdmitted {
    static constexpr const char* type = "case.person_admitted";
    QString hospital;
    std::optional<QString> correction = {}; ///< why it is withdrawn: nobody was admitted then

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("hospital", s.hospital);
        v("correction", s.correction);
    }
};

}
