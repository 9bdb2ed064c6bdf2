namespace Shop.Data.Orders;

/// <summary>The order cannot be taken; the message is for the customer.</summary>
public sealed class OrderRejectedException(string message) : Exception(message);
