#pragma once

#include "core/command/fields.h"
#include "core/id.h"
#include "core/time/instant.h"

#include <QString>

#include <optional>

namespace core {

/// How somebody tried to reach the nearest relative.
enum class NrMeans { Telephone, InPerson, Video, Letter, Email, ThroughAnother };
template <>
inline constexpr const char* words<NrMeans>[]
    = {"telephone", "in_person", "video", "letter", "email", "through_another"};

enum class NrResult { Reached, NoAnswer, Voicemail, WrongNumber, NotPracticable };
template <>
inline constexpr const char* words<NrResult>[]
    = {"reached", "no_answer", "voicemail", "wrong_number", "not_practicable"};

/// What the nearest relative says to an application. CLK-18
enum class NrAnswer { NoObjection, Objects, NotAsked, NotConsulted };
template <>
inline constexpr const char* words<NrAnswer>[]
    = {"no_objection", "objects", "not_asked", "not_consulted"};

/// One attempt to inform or consult the nearest relative. CLK-17, CLK-18
struct NrAttempt {
    PartId id;
    Instant at;
    NrMeans means = NrMeans::Telephone;
    QString number;
    QString by; ///< who tried
    NrResult result = NrResult::NoAnswer;
    std::optional<NrAnswer> answer;
    QString words;
    QString reason; ///< why it was not practicable
};

}
