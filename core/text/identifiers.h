#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// What a check makes of an identifier. Only Invalid may not be used as what it claims to be; the
/// words as typed are kept in every case.
enum class IdentifierStatus {
    Valid,
    Special, ///< a code with a meaning of its own, e.g. the postcode for no fixed abode
    Warn, ///< usable, but somebody should look again
    Invalid
};

struct IdentifierCheck {
    IdentifierStatus status = IdentifierStatus::Invalid;
    QString normalised; ///< for storing and comparing; as typed when Invalid
    QString reason; ///< a sentence; empty when Valid
    QString mend; ///< what to do about it; empty when there is nothing to do

    bool isValid() const { return status != IdentifierStatus::Invalid; }
    bool operator==(const IdentifierCheck&) const = default;
};

/// Ten digits with a check digit (modulus 11); numbers outside the issued ranges warn. A valid
/// number is no proof of identity.
IdentifierCheck checkNhsNumber(const QString& typed);

/// "999 123 4567" for ten digits, anything else unchanged.
QString nhsNumberText(const QString& normalised);

/// Upper case with one space. Never Invalid: only a look-up proves that a postcode exists or not.
IdentifierCheck checkPostcode(const QString& typed);

/// "LU4" of "LU4 0FB", for catchments; empty when the postcode has not both halves.
QString outwardCode(const QString& postcode);

/// Whether the address stands on the allow-list of domains ("nhs.net", "*.gov.uk"): others warn,
/// because their mail may travel unencrypted. DCB1596.
IdentifierCheck checkEmail(const QString& typed, const QStringList& secureDomains);

}
