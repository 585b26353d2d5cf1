#pragma once

#include "db/store.h"

#include <map>

namespace db {

/// The own service of every desk that is known: as it is believed here, else as it says itself.
std::map<core::DeskId, QString> servicesOfDesks(const Store& store);

/// The service whose desk began a record, as far as its first event that came here tells; empty
/// when nothing of it is here.
QString beginnerOf(const StoreParts& parts, const std::map<core::DeskId, QString>& services,
    const core::Subject& subject);

}
