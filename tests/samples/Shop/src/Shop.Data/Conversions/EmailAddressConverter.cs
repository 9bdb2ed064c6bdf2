using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Shop.Data.Entities;

namespace Shop.Data.Conversions;

public sealed class EmailAddressConverter() : ValueConverter<EmailAddress, string>(
    address => address.Value,
    text => EmailAddress.Parse(text));
