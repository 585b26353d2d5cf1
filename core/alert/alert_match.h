#pragma once

#include "core/alert/alert.h"

#include <QJsonObject>

#include <memory>

namespace core {

/// What was typed so far, whatever field it stands in.
struct AlertProbe {
    QStringList texts;
    PersonId person; ///< linked or chosen

    bool empty() const { return texts.isEmpty() && person.isNull(); }
};

struct AlertMatch {
    std::shared_ptr<const Alert> alert;
    QString why; ///< "same telephone", "same name": the surest

    bool operator==(const AlertMatch&) const = default;
};

/// Which of the alerts the typed words mean, each once: by person, NHS number, telephone, name,
/// address or postcode, however they are written. HO-4.3b
std::vector<AlertMatch> matchAlerts(
    const std::vector<std::shared_ptr<const Alert>>& alerts, const AlertProbe& probe);

/// The words of a form or a command, those of its objects among them, that may name somebody.
AlertProbe probeOf(const QJsonObject& typed);

/// Whether the number stands in the text, written in any way; `key` is E.164.
bool hasTelephone(const QString& text, const QString& key);

/// Whether the ten digits stand in the text, in groups or not.
bool hasNhsNumber(const QString& text, const QString& nhs);

/// Whether the name stands in the text: first and last name in either order, with at most two
/// names between them, or the last name after a title ("Mrs Kemp"). Case, accents and punctuation
/// do not matter; a name of two letters stands as it is written.
bool hasName(const QString& text, const QString& name);

/// Whether anybody can be known by the name at all: it is more than titles and one letter.
bool isNameMark(const QString& name);

/// Whether the address's first line stands in the text; "Rd" is "Road". A flat's number stands for
/// its own street, and for a text that names none; a street whose number follows it, for that house
/// and for a text that names no number.
bool hasAddress(const QString& text, const QString& address);

/// The text without the postcodes in it.
QString withoutPostcodes(QString text);

/// The first postcode in the text in its usual form, or empty.
QString postcodeIn(const QString& text);

}
